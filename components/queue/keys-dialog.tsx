"use client";

import { Dialog } from "@/components/ui/dialog";
import { KeyList } from "@/components/ui/key-list";
import type { KeysHelpProps } from "./keys-help";

/** What each key does, and the way to switch them off. */
export default function KeysDialog({ isOn, switchKeys, isOpen, setOpen, batch, words }: KeysHelpProps) {
  const keys = [
    { keys: ["j"], what: "élément suivant" },
    { keys: ["k"], what: "élément précédent" },
    { keys: ["a"], what: words.accept.toLowerCase() },
    { keys: ["r"], what: `${words.refuse.toLowerCase()}, avec un motif (Ctrl + Entrée pour envoyer)` },
    ...(batch ? [{ keys: ["x"], what: "sélectionner l’élément" }] : []),
    { keys: ["?"], what: "cette aide" },
  ];
  return (
    <Dialog
      open={isOpen}
      onClose={() => setOpen(false)}
      title="Raccourcis clavier"
      description="Une décision part au bout de dix secondes : d’ici là, « Annuler » la reprend."
    >
      <KeyList keys={keys} />
      <label className="mt-5 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => switchKeys(target.checked)}
          className="size-5 accent-primary"
        />
        Utiliser ces touches
      </label>
    </Dialog>
  );
}
