import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** A titled sheet of the household's page. */
export function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card aria-labelledby={id} className="grid gap-3 p-5">
      <h2 id={id}>{title}</h2>
      {children}
    </Card>
  );
}
