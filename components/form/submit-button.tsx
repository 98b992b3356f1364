"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-look";
import { Spinner } from "@/components/ui/spinner";

type Props = ButtonLook &
  Pick<ComponentProps<"button">, "name" | "value"> & { children: ReactNode; className?: string; pending?: boolean };

/** Sends its form once: it stays focusable while it waits, so nobody loses their place on the page. */
export function SubmitButton({ children, pending = false, ...look }: Props) {
  const waiting = useFormStatus().pending || pending;
  const hold = (event: MouseEvent) => waiting && event.preventDefault();

  return (
    <Button type="submit" aria-disabled={waiting} aria-busy={waiting} onClick={hold} {...look}>
      {waiting && <Spinner />}
      {children}
    </Button>
  );
}
