"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { describedBy, FieldFrame, inputClass } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { changeLogoAction, removeLogoAction } from "@/lib/organization/actions";

/** A picture from one's computer; the server judges it by its content, and draws it again. */
export function LogoForm({ logo }: { logo: string | null }) {
  const change = useKeptForm(changeLogoAction, (form) => form.reset());
  const remove = useKeptForm(removeLogoAction);
  const error = change.errorOf("file");
  const hint = "PNG, JPEG ou WebP, 10 Mo au plus. Un carré se voit le mieux.";
  return (
    <div className="grid gap-4">
      {logo && (
        <div className="flex items-center gap-4">
          <span
            role="img"
            aria-label="Logo actuel"
            className="size-20 shrink-0 rounded-card border border-line bg-white bg-contain bg-origin-content bg-center bg-no-repeat p-2"
            style={{ backgroundImage: `url("${logo}")` }}
          />
          <form {...remove.form}>
            <SubmitButton size="small" pending={remove.isPending}>
              Retirer le logo
            </SubmitButton>
          </form>
        </div>
      )}
      <form {...change.form} className="grid gap-4">
        <FormSummary {...change.summary} />
        <FieldFrame id="file" label={logo ? "Changer le logo" : "Logo"} error={error} hint={hint}>
          <input
            type="file"
            id="file"
            name="file"
            accept="image/png,image/jpeg,image/webp"
            required
            {...describedBy("file", error, hint)}
            className={`${inputClass} py-2 file:mr-3 file:rounded-small file:border-0 file:bg-primary-soft file:px-3 file:py-1 file:font-semibold file:text-primary-strong`}
          />
        </FieldFrame>
        <div>
          <SubmitButton pending={change.isPending}>Mettre ce logo en place</SubmitButton>
        </div>
      </form>
    </div>
  );
}
