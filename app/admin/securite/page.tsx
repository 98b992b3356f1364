import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { Enrolment } from "@/components/accounts/enrolment";
import { RenewCodesForm } from "@/components/accounts/renew-codes-form";
import { SessionsList } from "@/components/accounts/sessions-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { beginEnrolment } from "@/lib/accounts/second-factor/begin-enrolment";
import { getSecondFactor } from "@/lib/accounts/second-factor/queries";
import { requireAgent } from "@/lib/auth/gates";
import { listOwnSessions } from "@/lib/auth/queries";
import { currentSessionId } from "@/lib/auth/session";
import { dateOf } from "@/lib/core/calendar";
import { dateInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Ma sécurité" };

export default async function SecurityPage() {
  const ctx = await requireAgent();
  const [shell, factor, sessions] = await Promise.all([
    getAdminShell(ctx),
    getSecondFactor(ctx),
    listOwnSessions(ctx, await currentSessionId()),
  ]);
  const enrolment = factor.since ? undefined : await beginEnrolment(ctx);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="securite">
      <PageTitle title="Ma sécurité" lead={`${ctx.account.displayName} · ${ctx.account.email}`} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card aria-labelledby="second-facteur" className="grid gap-4 p-5">
          <h2 id="second-facteur" className="flex flex-wrap items-center gap-3">
            Second facteur
            {factor.since ? <Tag tone="reserved">En place</Tag> : <Tag>Pas encore en place</Tag>}
          </h2>
          {factor.since && (
            <p>
              Depuis le {dateInWords(dateOf(factor.since))}. Il vous reste {factor.codesLeft} codes de secours.
            </p>
          )}
          <Enrolment enrolment={enrolment} />
          {factor.since && <RenewCodesForm />}
        </Card>
        <div className="grid gap-4">
          <Card aria-labelledby="mot-de-passe" className="grid gap-4 p-5">
            <h2 id="mot-de-passe">Mot de passe</h2>
            <ChangePasswordForm email={ctx.account.email} />
          </Card>
          <Card aria-labelledby="appareils" className="grid gap-4 p-5">
            <h2 id="appareils">Appareils connectés</h2>
            <SessionsList sessions={sessions} now={ctx.now} />
          </Card>
        </div>
      </div>
    </AdminShell>
  );
}
