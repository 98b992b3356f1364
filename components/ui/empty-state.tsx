import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "./card";

type Props = { icon: LucideIcon; title: string; children: ReactNode; action?: ReactNode };

/** Nothing here yet: says so, why, and what one may do next. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <Card className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-4 grid size-14 place-items-center rounded-full bg-primary-soft text-primary-strong">
        <Icon className="size-6" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      <div className="mt-1 max-w-prose text-ink-2">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </Card>
  );
}
