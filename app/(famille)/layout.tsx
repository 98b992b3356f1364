import type { ReactNode } from "react";
import { ObserverBanner } from "@/components/accounts/observer-banner";
import { Toasts } from "@/components/ui/toasts";
import { currentSession } from "@/lib/auth/session";

/** Messages outlive the page that caused them. Nothing is protected here: each page has its gate. */
export default async function FamilyLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  return (
    <>
      {session?.observed !== undefined && <ObserverBanner family={session.observed} />}
      {children}
      <Toasts />
    </>
  );
}
