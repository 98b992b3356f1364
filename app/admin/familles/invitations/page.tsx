import type { Metadata } from "next";
import { InvitationsList } from "@/components/accounts/invitations/invitations-list";
import { InviteAllForm } from "@/components/accounts/invitations/invite-all-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { countInvitations, listAdultsWithoutAccount } from "@/lib/accounts/invitations/queries";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Invitations des familles" };

export default async function InvitationsPage() {
  const ctx = await requireAgent("accounts:review");
  const [shell, counts, adults] = await Promise.all([
    getAdminShell(ctx),
    countInvitations(ctx),
    listAdultsWithoutAccount(ctx),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle title="Invitations des familles" lead="Un lien d’activation par adulte, valable sept jours." />
      <InviteAllForm counts={counts} />
      <InvitationsList adults={adults} now={ctx.now} />
    </AdminShell>
  );
}
