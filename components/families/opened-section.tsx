"use client";

import { useRouter } from "next/navigation";
import SectionForm, { type SectionFormView } from "./section-form";

/** A section that the address opens: how one edits without script, and where a link can lead. */
export function OpenedSection({ id, title, form }: { id: string; title: string; form: SectionFormView }) {
  const router = useRouter();
  return (
    <section
      id={id}
      aria-labelledby={`${id}-titre`}
      className="col-span-full grid scroll-mt-20 gap-3 border-line bg-sunk/50 p-4 sm:p-5"
    >
      <h3 id={`${id}-titre`} className="text-base font-semibold">
        {title}
      </h3>
      <SectionForm form={form} onClose={() => router.replace("/ma-famille", { scroll: false })} />
    </section>
  );
}
