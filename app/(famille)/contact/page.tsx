import { MessagesSquare, SquarePen } from "lucide-react";
import type { Metadata } from "next";
import { ThreadList } from "@/components/contact/thread-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireGuardian } from "@/lib/auth/gates";
import { listThreads } from "@/lib/contact/queries/family";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage() {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, threads] = await Promise.all([getFamilyShell(ctx, householdId), listThreads(ctx, householdId)]);
  const unread = threads.filter(({ isUnread }) => isUnread).length;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="contact">
      <PageTitle title="Contact" lead={leadOf(unread)}>
        <ButtonLink href="/contact/nouveau" variant="primary">
          <SquarePen />
          Écrire à la structure
        </ButtonLink>
      </PageTitle>
      {threads.length > 0 ? (
        <ThreadList threads={threads} now={ctx.now} />
      ) : (
        <EmptyState icon={MessagesSquare} title="Aucun échange pour le moment">
          Une question, une précision à donner ? Écrivez à la structure : sa réponse arrive ici, et un e-mail vous
          prévient.
        </EmptyState>
      )}
    </FamilyShell>
  );
}

const leadOf = (unread: number) =>
  unread === 0
    ? "Vos échanges avec la structure."
    : unread === 1
      ? "Vous avez 1 nouveau message."
      : `Vous avez ${unread} nouveaux messages.`;
