import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { ActivityDetail } from "@/lib/catalogue/activities/queries";
import { amountTyped } from "@/lib/core/parse-amount";
import type { FieldOf } from "./editor-form";
import { FormPart } from "./form-part";

type Props = { activity: ActivityDetail | undefined; field: FieldOf };

const orders = [
  { value: "arrival", label: "L’ordre des demandes" },
  { value: "residents", label: "Les enfants de la commune d’abord" },
];

/** What becomes of requests that come after the deadline, or when nothing is left. */
export function LateRules({ activity, field }: Props) {
  return (
    <FormPart title="Après le délai, et quand c’est complet">
      <CheckField
        label="Accepter les demandes tardives"
        hint="Toujours soumises à un agent, quel que soit le réglage ci-dessus."
        defaultChecked={activity?.lateRequests}
        {...field("lateRequests")}
      />
      <TextField
        label="Supplément d’une demande tardive (€)"
        inputMode="decimal"
        hint="Dit à la famille avant qu’elle confirme."
        defaultValue={amountTyped(activity?.lateSurchargeCents ?? 0)}
        {...field("lateSurchargeCents")}
      />
      <SelectField
        label="Sur la liste d’attente passe d’abord"
        hint="À la cantine, toujours l’ordre des demandes : l’accès est un droit pour tous les élèves."
        options={orders}
        defaultValue={activity?.waitingOrder ?? "arrival"}
        {...field("waitingOrder")}
      />
    </FormPart>
  );
}
