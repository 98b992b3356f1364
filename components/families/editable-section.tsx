"use client";

import { Pencil } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { SectionFormView } from "./section-form";

const SectionForm = lazy(() => import("./section-form"));

type Props = {
  id: string;
  title: string;
  /** Whose section it is, for those who listen to the buttons one by one. */
  who: string;
  /** Absent: it can only be read. */
  form?: SectionFormView;
  children: ReactNode;
};

/** A section of the file: read, then typed over in its place. The form is fetched with the first one that opens; without
 * script, the address opens it. */
export function EditableSection({ id, title, who, form, children }: Props) {
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const close = () => {
    setOpen(false);
    setWasOpen(true);
  };

  return (
    <section
      id={id}
      className={`flex scroll-mt-20 flex-col gap-3 border-line p-4 sm:p-5 ${open ? "col-span-full bg-sunk/50" : ""}`}
    >
      <h3 id={`${id}-titre`} ref={open ? takeFocus : undefined} tabIndex={-1} className="text-base font-semibold">
        {title}
      </h3>
      {open && form ? (
        <Suspense fallback={<Spinner />}>
          <SectionForm form={form} onClose={close} />
        </Suspense>
      ) : (
        children
      )}
      {!open && form && (
        <form method="get" action={`/ma-famille#${id}`} className="mt-auto flex justify-end">
          <Button
            ref={wasOpen ? takeFocus : undefined}
            type="submit"
            name="modifier"
            value={id}
            size="small"
            onClick={(event) => {
              event.preventDefault();
              setOpen(true);
            }}
          >
            <Pencil className="size-4" />
            Modifier
            <span className="sr-only">{` : ${title.toLowerCase()}, ${who}`}</span>
          </Button>
        </form>
      )}
    </section>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();
