import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AskForm } from "@/components/enrollments/ask-form";
import { howDecided } from "@/components/enrollments/enrollment-words";
import { PapersAsked } from "@/components/enrollments/papers-asked";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { requireGuardian } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { isToSend } from "@/lib/documents/rules";
import { listOffers } from "@/lib/enrollments/queries/offers";
import { papersAmong } from "@/lib/enrollments/queries/papers";
import { periodsOf } from "@/lib/enrollments/rules";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Demande d’inscription" };

type Props = { searchParams: Promise<{ enfant?: string; activite?: string; demande?: string }> };

export default async function AskEnrollmentPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const { enfant, activite, demande } = await searchParams;
  const [shell, children, documents] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listOffers(ctx, householdId),
    getHouseholdDocuments(ctx, householdId),
  ]);
  const child = children.find(({ id }) => id === enfant);
  const offer = child?.offers.find(({ id }) => id === activite);
  if (!child || !offer) notFound();

  const begun = offer.asked.find(({ id }) => id === demande);
  const kept = periodsOf(offer.kind, offer.zone, dateOf(ctx.now)).filter(
    ({ startsOn }) => startsOn === begun?.startsOn,
  );
  const periods = [...kept, ...offer.periods];
  if (periods.length === 0) redirect("/inscriptions"); // asked already: the list says where it stands
  // What the activity wants for the enrolment, and what its days cannot be booked without.
  const blocking = offer.kind === "lunch" ? [] : documents.asked.filter(({ requirement }) => requirement.blocksBooking);
  const kinds = [...offer.papers, ...blocking.map(({ requirement }) => requirement.kind)];
  const papers = papersAmong(documents.asked, { childId: child.id, kinds });
  const missing = papers.filter(
    ({ requirement, state }) => offer.papers.includes(requirement.kind) && isToSend(state) && state !== "expiring",
  ).length;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <div className="mx-auto max-w-2xl">
        <PageTitle
          title={`Inscrire ${child.firstName} : ${offer.name}`}
          lead={`${offer.facility}. ${howDecided[offer.mode]}`}
        />
        <div className="grid gap-4">
          {begun?.reason && (
            <Notice tone="warning" title="La structure vous demande un complément">
              {begun.reason}
            </Notice>
          )}
          {papers.length > 0 && (
            <Card aria-labelledby="pieces" className="px-4 py-4 sm:px-5">
              <h2 id="pieces" className="mb-3">
                Les pièces demandées
              </h2>
              <PapersAsked asked={papers} householdId={householdId} />
            </Card>
          )}
          <Card aria-labelledby="demande" className="px-4 py-4 sm:px-5">
            <h2 id="demande" className="mb-3">
              Votre demande
            </h2>
            <AskForm
              fields={{ householdId, childId: child.id, activityId: offer.id }}
              periods={periods}
              chosen={kept[0]?.key}
              missing={missing}
            />
          </Card>
        </div>
      </div>
    </FamilyShell>
  );
}
