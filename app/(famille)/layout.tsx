import type { ReactNode } from "react";
import { Toasts } from "@/components/ui/toasts";

/** Messages outlive the page that caused them. Nothing is protected here: each page has its gate. */
export default function FamilyLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Toasts />
    </>
  );
}
