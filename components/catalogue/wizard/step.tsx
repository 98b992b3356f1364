import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** One question of the assistant, with its number. */
export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = `etape-${number}`;
  return (
    <Card aria-labelledby={id} className="p-4 sm:p-5">
      <h2 id={id} className="mb-4 flex items-center gap-3">
        <span
          aria-hidden="true"
          className="grid size-8 shrink-0 place-items-center rounded-full bg-primary-soft text-base text-primary-strong"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </Card>
  );
}
