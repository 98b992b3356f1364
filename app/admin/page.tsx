import { CalendarDays, CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ReviewKinds } from "@/components/queue/review-kinds";
import { type Figure, Figures } from "@/components/reporting/figures";
import { HeadcountTable } from "@/components/reporting/headcount-table";
import { SetupList } from "@/components/reporting/setup-list";
import { ButtonLink } from "@/components/ui/button";
import { type AgentContext, requireAgent } from "@/lib/auth/gates";
import { currentActor } from "@/lib/auth/session";
import { countOfficeTasks } from "@/lib/billing/office/queries/journal";
import { listUnbilledPeriods } from "@/lib/billing/runs/queries";
import { countThreads } from "@/lib/contact/queries/inbox";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { countEmails } from "@/lib/notifications/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { countOpenIncidents, listHeadcounts } from "@/lib/reporting/queries/headcounts";
import { listSetupSteps } from "@/lib/reporting/queries/setup-steps";
import { countToReview, reviewRights, type ToReview } from "@/lib/reporting/queries/to-review";
import { countUrgentDemands } from "@/lib/reservations/approvals/queries";

export const metadata: Metadata = { title: "Tableau de bord" };

export default async function DashboardPage() {
  // Every agent lands here: an animator reads no message, a régisseur no planning. Each block asks again for itself.
  const plans = isAllowed(await currentActor(), "planning:read");
  const ctx = await requireAgent(plans ? "planning:read" : "messages:read");
  const today = dateOf(ctx.now);
  const [shell, waiting, figures, headcounts, steps] = await Promise.all([
    getAdminShell(ctx),
    reviewRights.some((right) => isAllowed(ctx.actor, right)) ? countToReview(ctx) : ({} satisfies ToReview),
    listFigures(ctx),
    plans ? listHeadcounts(ctx, today) : undefined,
    isAllowed(ctx.actor, "settings:write") ? listSetupSteps(ctx) : [],
  ]);
  const toReview: ToReview = Object.fromEntries(
    Object.entries<{ count: number; oldestAt: Date | null }>(waiting).filter(([, { count }]) => count > 0),
  );
  const toDo = figures.filter(({ count }) => count > 0);
  const isQuiet = Object.keys(toReview).length === 0 && toDo.length === 0;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="tableau-de-bord">
      <PageTitle title="Tableau de bord" lead={capitalized(dateInWords(today))} />
      {steps.length > 0 && <SetupList steps={steps} />}
      <section aria-labelledby="attend" className="mb-8 grid gap-3">
        <h2 id="attend">Ce qui attend</h2>
        {isQuiet && (
          <p className="flex items-center gap-2 text-ink-2">
            <CircleCheck className="text-reserved" />
            Rien : tout est traité.
          </p>
        )}
        <Figures figures={toDo} />
        <ReviewKinds waiting={toReview} now={ctx.now} />
      </section>
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

/** What waits beside the queues: what is wrong comes first. */
async function listFigures(ctx: AgentContext): Promise<Figure[]> {
  const may = (permission: Permission) => isAllowed(ctx.actor, permission);
  const [demands, incidents, emails, unbilled, refunds, threads] = await Promise.all([
    may("requests:review") ? countUrgentDemands(ctx) : undefined,
    may("ledger:read") ? countOpenIncidents(ctx) : 0,
    may("messages:read") ? countEmails(ctx) : undefined,
    may("invoices:read") ? listUnbilledPeriods(ctx) : [],
    may("refunds:review") ? countOfficeTasks(ctx) : undefined,
    may("contact:read") ? countThreads(ctx) : undefined,
  ]);
  return [
    {
      label: "Créneaux à accepter ou refuser aujourd’hui",
      count: demands?.today ?? 0,
      href: "/admin/a-valider/demandes",
      alarm: true,
    },
    {
      label: "Demandes restées sans réponse en 7 jours",
      count: demands?.unanswered ?? 0,
      href: "/admin/a-valider/sans-reponse",
      alarm: true,
    },
    {
      label: "Incidents de paiement à traiter",
      count: incidents,
      alarm: true,
      ...(may("revenue-office:read") && { href: "/admin/regie/a-traiter" }),
    },
    { label: "Mois terminés à facturer", count: unbilled.length, href: "/admin/facturation", alarm: true },
    {
      label: "Messages non partis",
      count: emails?.failed ?? 0,
      href: "/admin/messages/envois?etat=failed",
      alarm: true,
    },
    { label: "Remboursements demandés", count: refunds?.refunds ?? 0, href: "/admin/regie/remboursements" },
    { label: "Échanges sans réponse", count: threads?.to_handle ?? 0, href: "/admin/contact" },
  ];
}
