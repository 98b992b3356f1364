import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitAtOnce } from "@/components/form/submit-at-once";

/** The form that takes the payer to the bank: it leaves by itself, or by its button where scripts do not run. */
export function Departure({ url, fields }: { url: string; fields: Record<string, string> }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <form action={url} method="post" acceptCharset="UTF-8" className="grid max-w-md gap-4 text-center">
        <h1 className="text-xl">Vous allez payer sur le site de la banque</h1>
        <p className="text-ink-2">Aucune donnée bancaire ne passe par ce portail.</p>
        <HiddenFields fields={fields} />
        <SubmitAtOnce>Continuer vers la banque</SubmitAtOnce>
      </form>
    </main>
  );
}
