import type { ReactNode } from "react";

type Props = { label: string; className?: string; children: ReactNode };

/** Without it, only a mouse or a finger would see the end of what is too wide. */
const reachable = { tabIndex: 0 } as const;

/** What scrolls sideways by itself on a narrow screen, with the arrows of the keyboard too; whole on paper. */
export function ScrollArea({ label, className = "", children }: Props) {
  return (
    <section
      {...reachable}
      aria-label={label}
      className={`overflow-x-auto rounded-card border border-line bg-paper shadow-card print:overflow-visible ${className}`}
    >
      {children}
    </section>
  );
}
