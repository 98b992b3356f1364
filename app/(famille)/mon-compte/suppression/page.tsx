import type { Metadata } from "next";
import { DeletionForm, WaitingDeletion } from "@/components/accounts/deletion/deletion-request";
import { ObstaclesList } from "@/components/accounts/deletion/obstacles-list";
import { RetentionTable } from "@/components/accounts/deletion/retention-table";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { getOwnDeletion } from "@/lib/accounts/deletion/queries";
import { requireGuardian } from "@/lib/auth/gates";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Suppression de mes données" };

export default async function DeletionPage() {
  const ctx = await requireGuardian({ inPerson: true });
  const [shell, { obstacles, last }] = await Promise.all([getFamilyShell(ctx, ctx.householdId), getOwnDeletion(ctx)]);
  const isWaiting = last !== undefined && last.decidedAt === null;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle
        title="Suppression de mes données"
        lead="Votre compte est fermé et ce que nous savons de vous est effacé, sauf ce que la loi nous fait garder."
        back={{ href: "/mon-compte", label: "Retour à mon compte" }}
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-[1.4fr_1fr]">
        <Card aria-labelledby="devenir" className="overflow-x-auto pt-4 sm:pt-6">
          <h2 id="devenir" className="px-4 pb-2 sm:px-6">
            Ce que deviennent vos données
          </h2>
          <RetentionTable />
          <p className="px-4 py-4 text-sm text-ink-2 sm:px-6">
            Si un autre responsable reste dans le foyer, le dossier des enfants reste aussi : seules vos informations
            sont effacées. Pensez à demander d’abord une copie de vos données.
          </p>
        </Card>
        <Card aria-labelledby="demande" className="grid gap-4 p-4 sm:p-6">
          <h2 id="demande">Ma demande</h2>
          {last?.answer && !isWaiting && (
            <Notice tone="warning" title="La structure a répondu à votre dernière demande :">
              {last.answer}
            </Notice>
          )}
          {obstacles.length > 0 && <ObstaclesList obstacles={obstacles} />}
          {isWaiting ? (
            <WaitingDeletion since={agoInWords(last.createdAt, ctx.now)} />
          ) : (
            <DeletionForm householdId={ctx.householdId} />
          )}
        </Card>
      </div>
    </FamilyShell>
  );
}
