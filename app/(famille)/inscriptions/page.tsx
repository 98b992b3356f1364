import { GraduationCap } from "lucide-react";
import type { Metadata } from "next";
import { ChildOffers } from "@/components/enrollments/child-offers";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireGuardian } from "@/lib/auth/gates";
import { listOffers } from "@/lib/enrollments/queries/offers";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Inscriptions" };

const done: Record<string, string> = {
  draft: "Votre brouillon est enregistré : vous pourrez le terminer quand vous voudrez.",
  submitted: "Votre demande est envoyée. Un agent va l’étudier et vous répondra par e-mail.",
  incomplete: "Votre demande est enregistrée. Elle partira dès que les pièces demandées seront envoyées.",
  approved: "L’inscription est acceptée : vous pouvez réserver.",
};

type Props = { searchParams: Promise<{ fait?: string }> };

export default async function EnrollmentsPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, children, { fait = "" }] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listOffers(ctx, householdId),
    searchParams,
  ]);
  const message = Object.hasOwn(done, fait) ? done[fait] : undefined;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle
        title="Inscriptions aux activités"
        lead="Un enfant est d’abord inscrit à une activité ; ses jours se réservent ensuite sur le calendrier."
      />
      <div className="grid gap-4 sm:gap-5">
        {message && (
          <Notice
            tone="success"
            role="status"
            title={message}
            action={fait === "approved" && <ButtonLink href="/reservations">Voir le calendrier</ButtonLink>}
          />
        )}
        <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
          {children.map((child) => (
            <ChildOffers key={child.id} child={child} householdId={householdId} />
          ))}
        </div>
        {children.length === 0 && (
          <EmptyState
            icon={GraduationCap}
            title="Aucun enfant dans votre foyer"
            action={<ButtonLink href="/ma-famille">Ajouter un enfant</ButtonLink>}
          >
            Ajoutez vos enfants à votre famille pour les inscrire.
          </EmptyState>
        )}
      </div>
    </FamilyShell>
  );
}
