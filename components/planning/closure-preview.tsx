import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatEuros } from "@/lib/core/money";
import type { ClosurePreview as Preview } from "@/lib/reservations/closures/queries";
import { CloseForm } from "./close-form";

type Props = { preview: Preview; scope: { from: string; to: string; reach: string } };

/** Whom the closure would concern, before anybody is told. */
export function ClosurePreview({ preview, scope }: Props) {
  const { slots, days, reservations, children, families, creditCents, pointed } = preview;
  const figures: [string, string | number][] = [
    [days > 1 ? `créneaux sur ${days} jours` : "créneaux", slots],
    ["réservations annulées", reservations],
    ["enfants", children],
    ["familles prévenues", families],
    ["remis sur les comptes", formatEuros(creditCents)],
  ];
  return (
    <Card aria-labelledby="concerne" className="grid gap-5 p-4 sm:p-6">
      <h2 id="concerne">Qui est concerné</h2>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {figures.map(([label, figure]) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
      {pointed > 0 && (
        <Notice tone="warning" title="Des enfants y sont déjà pointés présents.">
          Annulez leur pointage avant de fermer.
        </Notice>
      )}
      {slots === 0 ? (
        <Notice tone="info" title="Rien n’est à fermer à ces dates.">
          Rien n’y ouvre, ou c’est déjà fermé ou commencé.
        </Notice>
      ) : (
        <CloseForm scope={scope} families={families} />
      )}
    </Card>
  );
}
