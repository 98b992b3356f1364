import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { id: string; title: string; className?: string; children: ReactNode };

/** A titled sheet of the household's page. */
export function Block({ id, title, className = "", children }: Props) {
  return (
    <Card aria-labelledby={id} className={`grid gap-3 p-5 ${className}`}>
      <h2 id={id}>{title}</h2>
      {children}
    </Card>
  );
}
