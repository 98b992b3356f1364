import type { ReactNode } from "react";

export type Tone = keyof typeof tones;

const tones = {
  neutral: "bg-sunk text-ink-2",
  primary: "bg-primary-soft text-primary-strong",
  reserved: "bg-reserved-soft text-reserved",
  request: "bg-request-soft text-request",
  absence: "bg-absence-soft text-absence",
  cancel: "bg-cancel-soft text-cancel",
  wait: "bg-wait-soft text-wait",
};

/** A state in one or two words: the words say it, the colour only helps. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded-[7px] px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
