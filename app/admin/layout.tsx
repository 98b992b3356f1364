import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Toasts } from "@/components/ui/toasts";

export const metadata: Metadata = { title: { default: "Espace structure", template: "%s · Espace structure" } };

/** Nothing is protected here: each page has its gate, and its place in the menu. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Toasts />
    </>
  );
}
