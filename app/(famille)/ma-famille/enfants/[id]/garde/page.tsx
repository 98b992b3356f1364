import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustodyView } from "@/components/families/custody/custody-view";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { withOf } from "@/lib/core/text";
import { typedOf } from "@/lib/families/custody/compose-rules";
import { describeRules, proposalOf } from "@/lib/families/custody/describe-rules";
import { getCustody } from "@/lib/families/custody/queries";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Calendrier de garde" };

type Props = { params: Promise<{ id: string }> };

export default async function CustodyPage({ params }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const { id } = await params;
  const custody = await foundOr404(getCustody(ctx, id, householdId));
  if (custody.homes.length < 2) notFound();
  const shell = await getFamilyShell(ctx, householdId);
  const nameOf = (home: string) => custody.homes.find((one) => one.id === home)?.name ?? "L’autre foyer";
  const asked = custody.pending?.newValue && proposalOf(custody.pending.newValue);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle
        title={`Garde ${withOf(custody.firstName)}`}
        lead="Un créneau appartient au foyer chez qui est l’enfant quand le créneau se termine."
        back={{ href: "/ma-famille", label: "Ma famille" }}
      />
      <CustodyView
        custody={custody}
        sentences={describeRules(custody.rules, nameOf)}
        pending={asked ? describeRules(asked.rules, nameOf).join(". ") : undefined}
        form={
          isAllowed(ctx.actor, "household:write", { householdId })
            ? { typed: typedOf(asked ? asked.rules : custody.rules), today: dateOf(ctx.now), isModerated: true }
            : undefined
        }
      />
    </FamilyShell>
  );
}
