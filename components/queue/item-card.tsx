"use client";

import { useRef } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { QueueItem, QueueWords } from "./queue";
import { ReasonBox } from "./reason-box";
import { formIdOf, type QueueState } from "./use-queue";
import { decideAndMove } from "./use-queue-keys";

type Props = {
  item: QueueItem;
  queue: QueueState;
  decide: PostedAction;
  words: QueueWords;
  reasons: string[];
  batch: boolean;
};

/** One waiting thing, with its own form: without script the browser posts it, and it is decided at once. */
export function ItemCard({ item, queue, decide, words, reasons, batch }: Props) {
  const { id, title, subtitle, since, warning, details, fields, actions, href } = item;
  const card = useRef<HTMLElement>(null);
  const { post, summary } = usePostedForm(decide);
  const problem = queue.problems[id] ?? summary.problems[0]?.message ?? summary.message;
  const isTicked = queue.selected.includes(id);

  const take = (decision: "accept" | "refuse", reason?: string) =>
    decideAndMove(card.current?.closest("section") ?? null, card.current, () => queue.take([id], decision, reason));

  return (
    <article
      ref={card}
      data-item={id}
      tabIndex={-1}
      aria-labelledby={`titre-${id}`}
      className={`rounded-card border bg-paper p-4 shadow-card outline-offset-2 sm:p-5 ${isTicked ? "border-primary" : "border-line"}`}
    >
      <div className="flex items-start gap-3">
        {batch && (
          <input
            type="checkbox"
            aria-label={`Sélectionner : ${title}`}
            checked={isTicked}
            onChange={() => queue.tick(id)}
            className="mt-1 size-5 shrink-0 accent-primary"
          />
        )}
        <div className="min-w-0 flex-1">
          <h2 id={`titre-${id}`} className="text-base font-semibold">
            {href ? (
              <Link href={href} className="underline decoration-1 underline-offset-3">
                {title}
              </Link>
            ) : (
              title
            )}
          </h2>
          {subtitle && <p className="text-sm text-ink-2">{subtitle}</p>}
          <p className="mt-0.5 text-sm text-ink-2 sm:hidden">{since}</p>
        </div>
        <p className="shrink-0 text-sm text-ink-2 max-sm:hidden">{since}</p>
      </div>
      <div className="mt-3 grid gap-3">
        {problem && <Notice tone="error" role="alert" title={problem} />}
        {warning && <Notice tone="warning" title={warning} />}
        {details && <div className="text-sm">{details}</div>}
      </div>
      <form id={formIdOf(id)} data-item={id} action={post} noValidate className="mt-4 grid gap-3">
        <HiddenFields fields={{ id }} />
        {fields}
        <div className="flex flex-wrap items-start gap-2">
          <Button
            type="submit"
            name="decision"
            value="accept"
            size="small"
            variant="primary"
            onClick={(event) => {
              event.preventDefault();
              take("accept");
            }}
          >
            {words.accept}
          </Button>
          <ReasonBox
            id={`motif-${id}`}
            label={words.refuse}
            reasons={reasons}
            onRefuse={(reason) => take("refuse", reason)}
          />
        </div>
      </form>
      {actions && <div className="mt-3 flex flex-wrap items-start gap-2 border-t border-line pt-3">{actions}</div>}
    </article>
  );
}
