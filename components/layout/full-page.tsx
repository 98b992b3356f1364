import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type Props = {
  icon: ReactNode;
  title: string;
  /** Whose portal this is, where it can be known. */
  organization?: string | undefined;
  children: ReactNode;
};

/** One message and nothing around it, which needs neither session nor database. */
export function FullPage({ icon, title, organization, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <Card className="max-w-lg p-6 text-center sm:p-10">
        {organization && <p className="mb-4 font-semibold text-primary-strong">{organization}</p>}
        <span className="mx-auto mb-4 grid size-12 place-items-center rounded-full bg-primary-soft text-primary-strong">
          {icon}
        </span>
        <h1 className="text-balance">{title}</h1>
        <div className="mt-3 text-ink-2">{children}</div>
      </Card>
    </main>
  );
}
