"use client";

import { Dialog } from "@/components/ui/dialog";
import type { KeysHelpProps } from "./keys-help";

/** What each key does, and the way to switch them off. */
export default function KeysDialog({ isOn, switchKeys, isOpen, setOpen, batch, words }: KeysHelpProps) {
  const keys = [
    ["j", "élément suivant"],
    ["k", "élément précédent"],
    ["a", words.accept.toLowerCase()],
    ["r", `${words.refuse.toLowerCase()}, avec un motif (Ctrl + Entrée pour envoyer)`],
    ...(batch ? [["x", "sélectionner l’élément"]] : []),
    ["?", "cette aide"],
  ];
  return (
    <Dialog
      open={isOpen}
      onClose={() => setOpen(false)}
      title="Raccourcis clavier"
      description="Une décision part au bout de dix secondes : d’ici là, « Annuler » la reprend."
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-small border border-line-strong bg-sunk px-2 py-0.5 font-sans text-sm font-semibold">
                {key}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
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
