import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = {
  title: string;
  lead?: ReactNode;
  /** Where this page comes from: quieter than what one may do here. */
  back?: { href: string; label: string };
  children?: ReactNode;
};

/** The heading of a page, with its answer in one line below, the way back above and what one may do on its right. */
export function PageTitle({ title, lead, back, children }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && (
          <Link
            href={back.href}
            className="-ml-1.5 inline-flex min-h-9 items-center gap-1 rounded-small pr-2 text-sm font-semibold text-primary-strong no-underline hover:underline print:hidden"
          >
            <ChevronLeft className="size-4.5" />
            {back.label}
          </Link>
        )}
        <h1 className="wrap-break-word">{title}</h1>
        {lead && <p className="mt-1.5 text-ink-2">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-2 print:hidden">{children}</div>}
    </header>
  );
}
