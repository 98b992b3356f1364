import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { id: string; title: string; lead?: string; children: ReactNode };

/** A sheet of a page of the catalogue, named by its heading. */
export function Part({ id, title, lead, children }: Props) {
  return (
    <Card aria-labelledby={id} className="p-4 sm:p-5">
      <h2 id={id}>{title}</h2>
      {lead && <p className="mt-1 max-w-prose text-ink-2">{lead}</p>}
      <div className="mt-4">{children}</div>
    </Card>
  );
}
