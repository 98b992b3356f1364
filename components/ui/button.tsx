import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, lookOf } from "./button-look";

export function Button({ variant, size, wide, className, ...button }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...button} className={lookOf({ variant, size, wide }, className)} />;
}

export function ButtonLink({ variant, size, wide, className, ...link }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link prefetch={false} {...link} className={lookOf({ variant, size, wide }, className)} />;
}
