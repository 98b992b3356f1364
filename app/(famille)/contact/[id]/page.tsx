import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AnswerForm } from "@/components/contact/answer-form";
import { familyStates, nameOf } from "@/components/contact/contact-words";
import { MessageList } from "@/components/contact/message-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { markThread } from "@/lib/contact/mark-thread";
import { getThread } from "@/lib/contact/queries/family";
import { capitalized } from "@/lib/core/format-date";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Échange" };

type Props = { params: Promise<{ id: string }> };

export default async function ThreadPage({ params }: Props) {
  const ctx = await requireGuardian();
  const { id } = await params;
  const thread = await foundOr404(getThread(ctx, id));
  await markThread(ctx, { threadId: id });
  const shell = await getFamilyShell(ctx, ctx.householdId);
  const about = [thread.child, thread.activity, familyStates[thread.status].label.toLowerCase()].filter(Boolean);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle
        title={nameOf(thread)}
        lead={capitalized(about.join(" · "))}
        back={{ href: "/contact", label: "Tous mes échanges" }}
      />
      <div className="grid max-w-3xl gap-5">
        <MessageList messages={thread.messages} now={ctx.now} side="family" structure={shell.organization.shortName} />
        <Card className="p-4 sm:p-5" aria-label="Répondre">
          <AnswerForm threadId={id} clientKey={randomUUID()} />
        </Card>
      </div>
    </FamilyShell>
  );
}
