"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { HiddenFields } from "./hidden-fields";
import { FieldFrame, inputClass } from "./text-field";

type Props = {
  path: string;
  label: string;
  hint?: string;
  value: string;
  /** What else the address says, which a search keeps. */
  kept?: Record<string, string>;
};

/** Long enough not to ask at each key, short enough to feel at once. */
const PAUSE_MS = 150;

/** The list of the page follows what is typed; without script the same form is sent, and the address says what is asked. */
export function SearchAsYouType({ path, label, hint, value, kept = {} }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (text: string) => {
    clearTimeout(timer.current);
    const query = new URLSearchParams({ ...kept, ...(text.trim() && { q: text.trim() }) });
    const address = query.size > 0 ? `${path}?${query}` : path;
    timer.current = setTimeout(() => startTransition(() => router.replace(address, { scroll: false })), PAUSE_MS);
  };

  return (
    <search>
      <form action={path} className="mb-4 flex items-start gap-3">
        <HiddenFields fields={kept} />
        <FieldFrame id="q" label={label} hint={hint} className="max-w-160 grow">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={value}
            maxLength={100}
            autoComplete="off"
            aria-describedby={hint && "q-hint"}
            onInput={(event) => ask(event.currentTarget.value)}
            className={inputClass}
          />
        </FieldFrame>
        <Button type="submit" className="mt-7.5">
          {isPending ? <Spinner /> : <Search />}
          <span className="max-sm:sr-only">Chercher</span>
        </Button>
      </form>
    </search>
  );
}
