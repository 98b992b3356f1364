import type { ReactNode } from "react";

/** Names and values, one pair a line. */
export function Facts({ facts }: { facts: Record<string, ReactNode> }) {
  return (
    <dl className="bank-facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
