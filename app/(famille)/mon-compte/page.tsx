import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { EmailChangeCard } from "@/components/accounts/email-change/email-change-card";
import { ExportCard } from "@/components/accounts/exports/export-card";
import { FeedCard } from "@/components/accounts/feeds/feed-card";
import { NotificationsForm } from "@/components/accounts/notifications/notifications-form";
import { SessionsList } from "@/components/accounts/sessions-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { findOwnEmailChange } from "@/lib/accounts/email-change/queries";
import { findOwnExport } from "@/lib/accounts/exports/queries";
import { findOwnFeed } from "@/lib/accounts/feeds/queries";
import { getOwnNotifications } from "@/lib/accounts/notifications/queries";
import { requireGuardian } from "@/lib/auth/gates";
import { listOwnSessions } from "@/lib/auth/queries";
import { currentSessionId } from "@/lib/auth/session";
import { dateOf } from "@/lib/core/calendar";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Mon compte" };

export default async function MyAccountPage() {
  const ctx = await requireGuardian({ inPerson: true });
  const [shell, sessions, emailChange, notifications, feedSince, lastExport] = await Promise.all([
    getFamilyShell(ctx, ctx.householdId),
    listOwnSessions(ctx, await currentSessionId()),
    findOwnEmailChange(ctx),
    getOwnNotifications(ctx),
    findOwnFeed(ctx, ctx.householdId),
    findOwnExport(ctx, ctx.householdId),
  ]);
  const { displayName, email } = ctx.account;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle title="Mon compte" lead={`${displayName} · ${email}`} />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
        <div className="grid gap-4 sm:gap-5">
          <Card aria-labelledby="adresse" className="grid gap-4 p-4 sm:p-6">
            <h2 id="adresse">Adresse e-mail</h2>
            <EmailChangeCard email={email} pending={emailChange} />
          </Card>
          <Card aria-labelledby="mot-de-passe" className="grid gap-4 p-4 sm:p-6">
            <h2 id="mot-de-passe">Mot de passe</h2>
            <ChangePasswordForm email={email} />
          </Card>
        </div>
        <div className="grid gap-4 sm:gap-5">
          <Card aria-labelledby="appareils" className="grid gap-4 p-4 sm:p-6">
            <h2 id="appareils">Appareils connectés</h2>
            <SessionsList sessions={sessions} now={ctx.now} />
          </Card>
          <Card aria-labelledby="messages" className="grid gap-4 p-4 sm:p-6">
            <h2 id="messages">Messages que je reçois</h2>
            <NotificationsForm chosen={notifications} />
          </Card>
          <Card aria-labelledby="agenda" className="grid gap-4 p-4 sm:p-6">
            <h2 id="agenda">Mon agenda</h2>
            <FeedCard householdId={ctx.householdId} since={feedSince && dateOf(feedSince)} />
          </Card>
          <Card aria-labelledby="donnees" className="grid gap-4 p-4 sm:p-6">
            <h2 id="donnees">Mes données</h2>
            <ExportCard householdId={ctx.householdId} last={lastExport} />
          </Card>
        </div>
      </div>
    </FamilyShell>
  );
}
