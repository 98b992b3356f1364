import type { Metadata } from "next";
import { SignUpsQueue } from "@/components/accounts/sign-up/sign-ups-queue";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { listSignUps } from "@/lib/accounts/sign-up/queries";
import { type AgentContext, requireAgent } from "@/lib/auth/gates";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Inscriptions à valider" };

type Props = { searchParams: Promise<{ pour?: string | string[]; foyer?: string | string[] }> };

export default async function SignUpsPage({ searchParams }: Props) {
  const ctx = await requireAgent("accounts:review");
  const { pour, foyer } = await searchParams;
  const text = String(foyer ?? "").trim();
  const [shell, signUps, found] = await Promise.all([
    getAdminShell(ctx),
    listSignUps(ctx),
    text ? listCandidates(ctx, text) : [],
  ]);
  const search = { signUpId: text ? String(pour) : undefined, text, found };

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Inscriptions à valider"
        lead="Approuver crée le foyer et envoie le lien d’activation à l’adulte."
      />
      <SignUpsQueue signUps={signUps} search={search} now={ctx.now} />
    </AdminShell>
  );
}

const FEW = 5;

/** What an agent looks for by hand, as candidates without a reason. */
async function listCandidates(ctx: AgentContext, text: string) {
  const { households } = await searchHouseholds(ctx, { text });
  return households.slice(0, FEW).map(({ id, name, city, adults, children }) => ({
    householdId: id,
    name,
    address: [...adults, ...children, city].join(", "),
    reasons: [],
  }));
}
