"use client";

import type { ReactNode } from "react";
import type { PostedAction } from "@/components/form/use-posted-form";
import { ItemCard } from "./item-card";
import { KeysHelp } from "./keys-help";
import { SelectionBar } from "./selection-bar";
import { useQueue } from "./use-queue";
import { useQueueKeys } from "./use-queue-keys";

/** One thing that waits for an agent, drawn by the server: words and nodes, never a row of a table. */
export type QueueItem = {
  id: string;
  title: string;
  subtitle?: string;
  /** Since when it waits, in words: "hier à 9 h". */
  since: string;
  /** What must be known before deciding: probable duplicates, an expired document. */
  warning?: ReactNode;
  /** What is to be judged: old and new values, a picture, a list. */
  details?: ReactNode;
  /** Inputs that go with the decision, inside its form: a date of validity. Their names reach `decide`. */
  fields?: ReactNode;
  /** Other ways out, with forms of their own: attach to a household, ask for a detail. */
  actions?: ReactNode;
  /** The family's page. */
  href?: string;
};

export type QueueWords = { accept: string; refuse: string; accepted: string; refused: string };

const usualWords: QueueWords = { accept: "Accepter", refuse: "Refuser", accepted: "Accepté", refused: "Refusé" };

type Props = {
  /** What the list is, for those who listen: "Modifications à valider". */
  label: string;
  items: QueueItem[];
  /**
   * Called once per item with a form that holds `id`, `decision` ("accept" | "refuse"), `reason` and the item's
   * `fields`: make it with `definePostedAction(decisionInput…)`. It revalidates its page.
   */
  decide: PostedAction;
  words?: Partial<QueueWords>;
  /** Reasons that are given often: one press writes them. */
  reasons?: string[];
  /** Some decisions draw too much after them to be taken by the dozen. */
  batch?: boolean;
};

/** A queue to be emptied with the keyboard: j, k, a, r, x, ?. A decision leaves after ten seconds, unless it is undone. */
export function Queue({ label, items, decide, words, reasons = [], batch = true }: Props) {
  const said = { ...usualWords, ...words };
  const queue = useQueue({ items, decide, words: said });
  const keys = useQueueKeys(queue);

  return (
    <section aria-label={label} ref={keys.place}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p role="status" className="text-sm text-ink-2">
          {countInWords(queue.waiting.length)}
        </p>
        <KeysHelp {...keys.help} batch={batch} words={said} />
      </div>
      {batch && queue.selected.length > 0 && <SelectionBar queue={queue} words={said} reasons={reasons} />}
      <ol className="grid gap-3">
        {queue.waiting.map((item) => (
          <li key={item.id}>
            <ItemCard item={item} queue={queue} decide={decide} words={said} reasons={reasons} batch={batch} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const countInWords = (count: number) =>
  count === 0 ? "Plus rien n’attend ici." : count === 1 ? "1 élément attend." : `${count} éléments attendent.`;
