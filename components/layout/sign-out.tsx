"use client";

import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Ends the session, and leaves on the device nothing of what was kept for a moment without a network. */
export function SignOut({ children }: { children: ReactNode }) {
  return (
    <form
      method="post"
      action="/deconnexion"
      onSubmit={() => void forgetPages()}
      className="border-t border-line px-2 pt-3 lg:mt-auto"
    >
      {children}
      <Button type="submit" size="small">
        <LogOut className="size-4" />
        Se déconnecter
      </Button>
    </form>
  );
}

async function forgetPages(): Promise<void> {
  if (!("caches" in window)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}
