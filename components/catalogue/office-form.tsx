"use client";

import { createRevenueOfficeAction, updateRevenueOfficeAction } from "@/lib/catalogue/offices/actions";
import type { OfficeDetail } from "@/lib/catalogue/offices/queries";
import { EditorForm } from "./editor-form";
import { OfficeFields } from "./office-fields";

/** A régie, new or as it is. */
export function OfficeForm({ office }: { office?: OfficeDetail }) {
  return (
    <EditorForm
      action={office ? updateRevenueOfficeAction : createRevenueOfficeAction}
      hidden={office && { officeId: office.id, revision: office.revision }}
      submit={office ? "Enregistrer" : "Créer la régie"}
      done={office && "La régie est enregistrée."}
    >
      {(field) => <OfficeFields office={office} field={field} />}
    </EditorForm>
  );
}
