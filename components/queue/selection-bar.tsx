"use client";

import { Button } from "@/components/ui/button";
import type { QueueWords } from "./queue";
import { ReasonBox } from "./reason-box";
import type { QueueState } from "./use-queue";

type Props = { queue: QueueState; words: QueueWords; reasons: string[] };

/** The same answer for everything that is ticked. */
export function SelectionBar({ queue, words, reasons }: Props) {
  const { selected, waiting } = queue;
  const all = selected.length === waiting.length;
  return (
    <div
      data-selection
      className="sticky top-2 z-10 mb-3 flex flex-wrap items-start gap-2 rounded-card border border-primary bg-paper p-3 shadow-card"
    >
      <p role="status" className="mr-2 self-center font-semibold">
        {selected.length === 1 ? "1 élément sélectionné" : `${selected.length} éléments sélectionnés`}
      </p>
      <Button size="small" variant="primary" onClick={() => queue.take(selected, "accept")}>
        {words.accept}
      </Button>
      <ReasonBox
        id="motif-de-la-selection"
        label={words.refuse}
        reasons={reasons}
        onRefuse={(reason) => queue.take(selected, "refuse", reason)}
      />
      <Button size="small" variant="ghost" className="ml-auto" onClick={() => queue.tickAll(!all)}>
        {all ? "Tout désélectionner" : "Tout sélectionner"}
      </Button>
    </div>
  );
}
