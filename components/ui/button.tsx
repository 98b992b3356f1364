import type { ComponentProps } from "react";
import { type ButtonLook, lookOf } from "./button-look";
import { Link } from "./link";

export function Button({ variant, size, wide, className, ...button }: ComponentProps<"button"> & ButtonLook) {
  return <button type="button" {...button} className={lookOf({ variant, size, wide }, className)} />;
}

export function ButtonLink({ variant, size, wide, className, ...link }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link {...link} className={lookOf({ variant, size, wide }, className)} />;
}
