"use client";

import { TextField } from "@/components/form/text-field";
import {
  createTariffAction,
  renameTariffAction,
  setTariffAction,
  withdrawVersionAction,
} from "@/lib/catalogue/tariffs/actions";
import { EditorForm } from "../editor-form";
import { OneButton } from "../one-button";
import type { Method } from "./draft";
import { MethodEditor } from "./method-editor";

/** A tariff that does not exist yet, with its first version. */
export function NewTariffForm({ today }: { today: string }) {
  return (
    <EditorForm action={createTariffAction} submit="Créer le tarif">
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField label="Nom du tarif" {...field("label")} />
            <TextField label="En vigueur à partir du" type="date" defaultValue={today} {...field("validFrom")} />
            <TextField label="Délibération" optional {...field("decision")} />
          </div>
          <MethodEditor name="rule" rule={undefined} error={field("rule").error} />
        </>
      )}
    </EditorForm>
  );
}

type Seen = { tariffId: string; revision: number };

/** What will cost from a date on; what is before stays as it was. */
export function NewVersionForm({ tariffId, revision, rule }: Seen & { rule: Method | undefined }) {
  return (
    <EditorForm
      action={setTariffAction}
      hidden={{ tariffId, revision }}
      submit="Enregistrer ce tarif"
      done="Le tarif est enregistré. Les demandes déjà faites gardent leur prix."
    >
      {(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="À partir du"
              type="date"
              hint="Une date à venir : un tarif ne change pas pour des jours passés."
              {...field("validFrom")}
            />
            <TextField label="Délibération" optional {...field("decision")} />
          </div>
          <MethodEditor name="rule" rule={rule} error={field("rule").error} />
        </>
      )}
    </EditorForm>
  );
}

export const RenameTariffForm = ({ tariffId, revision, label }: Seen & { label: string }) => (
  <EditorForm
    action={renameTariffAction}
    hidden={{ tariffId, revision }}
    submit="Renommer"
    done="Le tarif est renommé."
  >
    {(field) => <TextField label="Nom du tarif" defaultValue={label} className="max-w-100" {...field("label")} />}
  </EditorForm>
);

export const WithdrawVersion = ({ tariffId, revision, versionId }: Seen & { versionId: number }) => (
  <OneButton
    action={withdrawVersionAction}
    fields={{ tariffId, revision, versionId }}
    done="Ce tarif à venir est retiré."
  >
    Retirer
  </OneButton>
);
