"use client";

import { Dialog } from "@/components/ui/dialog";

type Key = { keys: string[]; what: string };

const everywhere: Key[] = [
  { keys: ["Ctrl", "K"], what: "aller à une page, une famille, un enfant, une facture" },
  { keys: ["?"], what: "cette aide" },
];
const planning: Key[] = [
  { keys: ["←", "→"], what: "jour ou semaine d’avant, d’après" },
  { keys: ["t"], what: "revenir à aujourd’hui" },
];
const queues: Key[] = [
  { keys: ["j", "k"], what: "élément suivant, précédent" },
  { keys: ["a"], what: "accepter" },
  { keys: ["r"], what: "refuser, avec un motif" },
  { keys: ["x"], what: "sélectionner" },
];

/** Every key of the staff's side, by where it acts. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Raccourcis clavier">
      <div className="grid gap-5 sm:grid-cols-2">
        <Keys title="Partout" keys={everywhere} />
        <Keys title="Planning et pointage" keys={planning} />
        <Keys title="À valider" keys={queues} />
      </div>
    </Dialog>
  );
}

function Keys({ title, keys }: { title: string; keys: Key[] }) {
  return (
    <section>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
        {keys.map(({ keys, what }) => (
          <div key={what} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-small border border-line-strong bg-sunk px-2 py-0.5 font-sans text-sm font-semibold"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
