"use client";

import { type KeyboardEvent, useRef } from "react";
import { FieldFrame } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";

type Props = { id: string; label: string; reasons: string[]; onRefuse: (reason: string) => void };

/** Where a refusal says why: closed until it is wanted; it needs no script to be sent with its form. */
export function ReasonBox({ id, label, reasons, onRefuse }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);

  const write = (reason: string) => {
    if (!text.current) return;
    text.current.value = reason;
    text.current.focus();
  };
  const refuse = () => {
    const reason = text.current?.value.trim() ?? "";
    if (reason) onRefuse(reason);
    else text.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) refuse();
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };

  return (
    <details data-reason onKeyDown={onKeyDown} className="group open:w-full">
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center rounded-control border border-cancel-line bg-paper px-3 py-1.5 text-sm font-semibold text-cancel hover:bg-cancel-soft">
        {label}…
      </summary>
      <div className="mt-3 grid max-w-prose gap-3">
        <FieldFrame id={id} label="Motif, que la famille lira">
          <textarea
            ref={text}
            id={id}
            name="reason"
            rows={2}
            maxLength={500}
            className="block w-full rounded-control border border-line-strong bg-paper px-3 py-2 text-base text-ink"
          />
        </FieldFrame>
        {reasons.length > 0 && (
          <p className="flex flex-wrap gap-2">
            {reasons.map((reason) => (
              <Button key={reason} size="small" onClick={() => write(reason)}>
                {reason}
              </Button>
            ))}
          </p>
        )}
        <p>
          <Button
            type="submit"
            name="decision"
            value="refuse"
            size="small"
            variant="danger"
            onClick={(event) => {
              event.preventDefault();
              refuse();
            }}
          >
            {label}
          </Button>
        </p>
      </div>
    </details>
  );
}
