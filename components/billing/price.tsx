import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Money } from "@/components/ui/money";
import { formatEuros } from "@/lib/core/money";

type Props = {
  cents: number;
  why: string[];
  /** What one may do about it. */
  children?: ReactNode;
};

/** A price that tells how it was reckoned. */
export function Price({ cents, why, children }: Props) {
  if (why.length === 0 && !children) return <Money cents={cents} />;
  return (
    <Disclosure
      label={`${formatEuros(cents)}, pourquoi ce prix ?`}
      summary={<Money cents={cents} />}
      summaryClassName="inline-block py-1 font-semibold text-primary-strong underline decoration-1 underline-offset-3"
      sheetClassName="right-0 w-72 max-w-[calc(100vw-2rem)] text-sm font-normal"
    >
      <p className="font-semibold">Pourquoi ce prix ?</p>
      <ul className="mt-1.5 grid gap-1 text-ink-2">
        {why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </Disclosure>
  );
}
