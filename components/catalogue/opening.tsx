import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { lookOf } from "@/components/ui/button-look";

type Props = {
  summary: ReactNode;
  /** Looks like a button that adds something. */
  button?: boolean;
  open?: boolean;
  children: ReactNode;
};

/** Closed until it is wanted: a plain `<details>`, in the flow of the page. */
export function Opening({ summary, button = false, open = false, children }: Props) {
  return (
    <details open={open} className="group">
      <summary
        className={
          button
            ? lookOf({ size: "small" })
            : "flex min-h-11 items-center justify-between gap-3 rounded-control after:text-sm after:font-semibold after:text-primary-strong after:underline after:content-['Modifier'] group-open:after:content-['Fermer']"
        }
      >
        {button && <Plus className="size-4" />}
        {summary}
      </summary>
      {button ? <div className="mt-3 rounded-control border border-line p-3 sm:p-4">{children}</div> : children}
    </details>
  );
}
