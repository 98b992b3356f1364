import type { ComponentProps } from "react";

/** A sheet of paper on the ground of the page; a landmark when it is named by its heading. */
export function Card({ className = "", ...section }: ComponentProps<"section">) {
  return (
    <section
      {...section}
      className={`rounded-card border border-line bg-paper shadow-card print:shadow-none ${className}`}
    />
  );
}
