import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = { icon: ReactNode; title: string; children: ReactNode };

/** One message and nothing around it, which needs neither session nor database. */
export function FullPage({ icon, title, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className="max-w-lg p-6 text-center sm:p-10">
        <span className="mx-auto mb-4 grid size-12 place-items-center rounded-full bg-primary-soft text-primary-strong">
          {icon}
        </span>
        <h1 className="text-balance">{title}</h1>
        <div className="mt-3 text-ink-2">{children}</div>
      </Card>
    </main>
  );
}
