"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/select-field";
import type { WizardChoices } from "@/lib/catalogue/wizard/queries";
import { type ServiceName, services } from "@/lib/catalogue/wizard/rules";
import { billingChoices } from "../catalogue-words";
import type { FieldOf } from "../editor-form";
import { MethodEditor } from "../tariffs/method-editor";

type Props = { service: ServiceName; tariffs: WizardChoices["tariffs"]; field: FieldOf };

const NEW = "new";

/** How the service is paid, and what it costs: a tariff that exists, or a new one. */
export function PricePart({ service, tariffs, field }: Props) {
  const [billing, setBilling] = useState<string>(services[service].billing);
  const [tariffId, setTariffId] = useState(NEW);
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Paiement"
          options={billingChoices}
          value={billing}
          onChange={(event) => setBilling(event.target.value)}
          {...field("billingMode")}
        />
        {billing !== "free" && (
          <SelectField
            label="Tarif"
            options={[{ value: NEW, label: "Nouveau tarif…" }, ...tariffs]}
            value={tariffId}
            onChange={(event) => setTariffId(event.target.value)}
            {...field("tariffId")}
          />
        )}
      </div>
      {billing !== "free" && tariffId === NEW && (
        <MethodEditor name="rule" rule={undefined} error={field("rule").error} />
      )}
    </div>
  );
}
