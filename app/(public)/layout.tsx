import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { systemContext } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { brandOf, findOrganization, unnamed } from "@/lib/core/organization";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const organization = await findOrganization(systemContext("public-pages"));
  return (
    <PublicShell organization={organization ? brandOf(organization) : unnamed} demo={env().demo}>
      {children}
    </PublicShell>
  );
}
