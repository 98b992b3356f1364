import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { EmailDetail } from "@/components/notifications/email-detail";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { getEmail } from "@/lib/notifications/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Message" };

type Props = { params: Promise<{ id: string }> };

export default async function SentMessagePage({ params }: Props) {
  const ctx = await requireAgent("messages:read");
  const { id } = await params;
  const [shell, email] = await Promise.all([getAdminShell(ctx), foundOr404(getEmail(ctx, id))]);
  const opensReceipt = email.receiptId !== null && isAllowed(ctx.actor, "receipts:read");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="messages">
      <PageTitle
        title={email.subject ?? email.label}
        back={{ href: "/admin/messages/envois", label: "Tous les messages" }}
      />
      <EmailDetail
        email={email}
        receiptHref={opensReceipt ? `/api/recus/${email.receiptId}/pdf` : undefined}
        mayRetry={isAllowed(ctx.actor, "messages:write")}
      />
    </AdminShell>
  );
}
