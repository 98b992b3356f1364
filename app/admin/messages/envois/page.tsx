import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { EmailFilters } from "@/components/notifications/email-filters";
import { EmailList } from "@/components/notifications/email-list";
import { EmailPages } from "@/components/notifications/email-pages";
import { RetryForm } from "@/components/notifications/retry-form";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { emailFilterInput } from "@/lib/notifications/input";
import { listEmails, PAGE_SIZE } from "@/lib/notifications/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Messages envoyés" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SentMessagesPage({ searchParams }: Props) {
  const ctx = await requireAgent("messages:read");
  const filter = emailFilterInput.parse(await searchParams);
  const { page, destinataire: recipient, etat: status } = filter;
  const [shell, { emails, total }] = await Promise.all([
    getAdminShell(ctx),
    listEmails(ctx, { page, recipient, status }),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="messages">
      <PageTitle title="Messages envoyés" lead={total === 1 ? "1 message" : `${total} messages`} />
      <EmailFilters {...filter} />
      {status === "failed" && total > 0 && isAllowed(ctx.actor, "messages:write") && (
        <div className="mb-4">
          <RetryForm label={total === 1 ? "Renvoyer ce message" : "Renvoyer tous les messages en échec"} />
        </div>
      )}
      <EmailList emails={emails} />
      <EmailPages filter={filter} pages={Math.ceil(total / PAGE_SIZE)} />
    </AdminShell>
  );
}
