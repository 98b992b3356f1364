import { Plus } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Card } from "./card";

type Props = { ref?: Ref<HTMLDetailsElement>; summary: string; open?: boolean; children: ReactNode };

/** A form that stays out of the way until it is wanted: a button, then the sheet below it. */
export function Disclosed({ ref, summary, open, children }: Props) {
  return (
    <details ref={ref} open={open} className="group">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control border border-primary bg-primary px-4 py-1.5 font-semibold text-on-primary hover:bg-primary-strong group-open:border-line-strong group-open:bg-paper group-open:text-ink">
        <Plus className="group-open:rotate-45" />
        {summary}
      </summary>
      <Card className="mt-3 p-5">{children}</Card>
    </details>
  );
}
