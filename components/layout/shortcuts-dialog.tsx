"use client";

import { Dialog } from "@/components/ui/dialog";
import { type Key, KeyList } from "@/components/ui/key-list";

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
      <KeyList keys={keys} />
    </section>
  );
}
