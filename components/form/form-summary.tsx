"use client";

import { useEffect, useRef } from "react";

export type SummaryView = {
  /** What the form as a whole was refused for. */
  message?: string;
  problems: { name: string; message: string }[];
  /** Changes with each refused submission: the moment to take the person to what is wrong. */
  attempt: unknown;
};

/** What is wrong with a form, on top of it; focus goes to the first field concerned, or here when there is none. */
export function FormSummary({ message, problems, attempt }: SummaryView) {
  const box = useRef<HTMLDivElement>(null);
  const empty = !message && problems.length === 0;

  useEffect(() => {
    if (!attempt || !box.current) return;
    const field = box.current.closest("form")?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? box.current).focus();
  }, [attempt]);

  if (empty) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-cancel-line bg-cancel-soft px-4 py-3 text-ink"
    >
      <p className="font-semibold">{message ?? titleOf(problems.length)}</p>
      {problems.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {problems.map((problem) => (
            <li key={problem.name}>
              <a href={`#${problem.name}`} className="underline underline-offset-3">
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const titleOf = (count: number) =>
  count === 1 ? "Une information est à corriger :" : `${count} informations sont à corriger :`;
