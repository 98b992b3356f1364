import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AnswerForm } from "@/components/contact/answer-form";
import { nameOf, staffStates, subjectWords } from "@/components/contact/contact-words";
import { MessageList } from "@/components/contact/message-list";
import { NoteForm } from "@/components/contact/note-form";
import { ThreadDesk } from "@/components/contact/thread-desk";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listCannedAnswers } from "@/lib/contact/canned-answers/queries";
import { markThread } from "@/lib/contact/mark-thread";
import { getStaffThread, listAnswerers } from "@/lib/contact/queries/inbox";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Échange" };

type Props = { params: Promise<{ id: string }> };

export default async function StaffThreadPage({ params }: Props) {
  const ctx = await requireAgent("contact:read");
  const { id } = await params;
  const thread = await foundOr404(getStaffThread(ctx, id));
  await markThread(ctx, { threadId: id });
  const [shell, agents, cannedAnswers] = await Promise.all([
    getAdminShell(ctx),
    listAnswerers(ctx),
    listCannedAnswers(ctx),
  ]);
  const { status, household, householdId, child, activity, subject, title, messages, assignedTo } = thread;
  const seenMessageId = messages.findLast(({ isInternal }) => !isInternal)?.id ?? "";
  const about = [title && subjectWords[subject], child, activity].filter(Boolean).join(" · ");
  const answers = isAllowed(ctx.actor, "contact:write");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle
        title={`${nameOf(thread)} – famille ${household}`}
        lead={about}
        back={{ href: "/admin/contact", label: "Tous les échanges" }}
      >
        <span className="self-center">
          <Tag tone={staffStates[status].tone}>{staffStates[status].label}</Tag>
        </span>
      </PageTitle>
      <div className="grid items-start gap-5 xl:grid-cols-[1fr_20rem]">
        <div className="grid max-w-3xl min-w-0 gap-5">
          <MessageList messages={messages} now={ctx.now} side="staff" structure={shell.organization.shortName} />
          {answers && (
            <>
              <Card className="p-5" aria-label="Répondre">
                <AnswerForm threadId={id} clientKey={randomUUID()} staff={{ seenMessageId, cannedAnswers }} />
              </Card>
              <NoteForm threadId={id} clientKey={randomUUID()} />
            </>
          )}
        </div>
        <Card className="grid gap-4 p-5" aria-labelledby="suivi">
          <h2 id="suivi">Suivi</h2>
          <p>
            <ButtonLink href={`/admin/familles/${householdId}`} size="small">
              Ouvrir le dossier de la famille
            </ButtonLink>
          </p>
          {thread.invoiceId && isAllowed(ctx.actor, "invoices:read") && (
            <p>
              <ButtonLink href={`/admin/facturation/factures/${thread.invoiceId}`} size="small">
                Voir la facture contestée
              </ButtonLink>
            </p>
          )}
          {answers && (
            <ThreadDesk threadId={id} isClosed={status === "closed"} assignedTo={assignedTo} agents={agents} />
          )}
        </Card>
      </div>
    </AdminShell>
  );
}
