import type { Metadata } from "next";
import { CompletionList } from "@/components/accounts/completion/completion-list";
import { Welcome } from "@/components/accounts/completion/welcome";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { getCompletion } from "@/lib/accounts/completion/queries";
import { type CompletionStep, isComplete } from "@/lib/accounts/completion/rules";
import { requireGuardian } from "@/lib/auth/gates";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Bienvenue" };

export default async function WelcomePage() {
  const ctx = await requireGuardian();
  const [shell, steps] = await Promise.all([getFamilyShell(ctx, ctx.householdId), getCompletion(ctx, ctx.householdId)]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <div className="mx-auto max-w-2xl">
        {isComplete(steps) ? <Welcome /> : <PageTitle title="Complétez votre dossier" lead={leadOf(steps)} />}
        <div className={isComplete(steps) ? "mt-5" : undefined}>
          <CompletionList steps={steps} />
        </div>
        {!isComplete(steps) && (
          <p className="mt-5">
            <ButtonLink href="/accueil">Continuer plus tard</ButtonLink>
          </p>
        )}
      </div>
    </FamilyShell>
  );
}

function leadOf(steps: CompletionStep[]): string {
  const count = steps.filter(({ missing, isOptional }) => !isOptional && missing.length > 0).length;
  const words = count === 1 ? "Il reste une étape." : `Il reste ${count} étapes.`;
  return `Votre compte est ouvert. ${words} Faites-les dans l’ordre que vous voulez, en plusieurs fois s’il le faut.`;
}
