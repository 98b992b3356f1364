import { Notice } from "@/components/ui/notice";

type Props = { sentences: string[]; pending?: string };

/** The rules in force, and what waits for the structure. */
export function CustodyRules({ sentences, pending }: Props) {
  return (
    <div className="grid gap-3">
      {pending && (
        <Notice tone="info" title="Une demande attend la structure">
          {pending}
        </Notice>
      )}
      {sentences.length === 0 ? (
        <p className="text-ink-2">
          Aucun calendrier n’est enregistré : les deux foyers peuvent réserver tous les jours.
        </p>
      ) : (
        <ul className="grid list-disc gap-1 pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
