import type { ReactNode } from "react";
import { PageTitle } from "./page-title";

/** A page of text: a comfortable measure, headings and lists with room around them. */
export function Prose({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="max-w-prose">
      <PageTitle title={title} />
      <div className="grid gap-3 [&_a]:text-primary-strong [&_a]:underline [&_a]:underline-offset-3 [&_h2]:mt-4 [&_li]:my-1 [&_ul]:list-disc [&_ul]:pl-5">
        {children}
      </div>
    </article>
  );
}
