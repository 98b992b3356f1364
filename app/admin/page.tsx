import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { type Figure, Figures } from "@/components/reporting/figures";
import { HeadcountTable } from "@/components/reporting/headcount-table";
import { SetupList } from "@/components/reporting/setup-list";
import { ButtonLink } from "@/components/ui/button";
import { type AgentContext, requireAgent } from "@/lib/auth/gates";
import { currentActor } from "@/lib/auth/session";
import { listUnbilledPeriods } from "@/lib/billing/runs/queries";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { countEmails } from "@/lib/notifications/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { countHeldPlaces, countOpenIncidents, listHeadcounts } from "@/lib/reporting/queries/headcounts";
import { listSetupSteps } from "@/lib/reporting/queries/setup-steps";
import { countUrgentDemands } from "@/lib/reservations/approvals/queries";

export const metadata: Metadata = { title: "Tableau de bord" };

export default async function DashboardPage() {
  // Every agent lands here: an animator reads no message, a régisseur no planning. Each block asks again for itself.
  const plans = isAllowed(await currentActor(), "planning:read");
  const ctx = await requireAgent(plans ? "planning:read" : "messages:read");
  const today = dateOf(ctx.now);
  const [shell, figures, headcounts, steps] = await Promise.all([
    getAdminShell(ctx),
    listFigures(ctx),
    plans ? listHeadcounts(ctx, today) : undefined,
    isAllowed(ctx.actor, "settings:write") ? listSetupSteps(ctx) : [],
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="tableau-de-bord">
      <PageTitle title="Tableau de bord" lead={capitalized(dateInWords(today))} />
      {steps.length > 0 && <SetupList steps={steps} />}
      <Figures figures={figures} />
      {headcounts && (
        <>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
            <h2>Effectifs du jour</h2>
            <ButtonLink size="small" href="/admin/planning">
              <CalendarDays className="size-4" />
              Planning
            </ButtonLink>
          </div>
          <HeadcountTable headcounts={headcounts} />
        </>
      )}
    </AdminShell>
  );
}

async function listFigures(ctx: AgentContext): Promise<Figure[]> {
  const may = (permission: Permission) => isAllowed(ctx.actor, permission);
  const [demands, held, incidents, emails, unbilled] = await Promise.all([
    may("requests:review") ? countUrgentDemands(ctx) : undefined,
    may("planning:read") ? countHeldPlaces(ctx) : undefined,
    may("ledger:read") ? countOpenIncidents(ctx) : undefined,
    may("messages:read") ? countEmails(ctx) : undefined,
    may("invoices:read") ? listUnbilledPeriods(ctx) : undefined,
  ]);
  const messages = "/admin/messages/envois";
  return [
    ...(demands
      ? [
          {
            label: "Créneaux à accepter ou refuser aujourd’hui",
            count: demands.today,
            href: "/admin/a-valider/demandes",
            alarm: true,
          },
          {
            label: "Demandes restées sans réponse en 7 jours",
            count: demands.unanswered,
            href: "/admin/a-valider/sans-reponse",
            alarm: true,
          },
        ]
      : []),
    ...(held === undefined ? [] : [{ label: "Places gardées dans des paniers", count: held }]),
    ...(incidents === undefined ? [] : [{ label: "Incidents de paiement ouverts", count: incidents, alarm: true }]),
    ...(unbilled === undefined
      ? []
      : [{ label: "Mois terminés à facturer", count: unbilled.length, href: "/admin/facturation", alarm: true }]),
    ...(emails
      ? [
          { label: "Messages non partis", count: emails.failed, href: `${messages}?etat=failed`, alarm: true },
          { label: "Messages conservés", count: emails.kept, href: `${messages}?etat=kept` },
        ]
      : []),
  ];
}
