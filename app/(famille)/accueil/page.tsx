import type { Metadata } from "next";
import { Home } from "@/components/home/home";
import { FamilyShell } from "@/components/layout/family-shell";
import { requireGuardian } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { getFamilyHome } from "@/lib/reporting/family-home";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Accueil" };

export default async function HomePage() {
  const ctx = await requireGuardian();
  const [shell, { toPay, week, ...home }] = await Promise.all([
    getFamilyShell(ctx, ctx.householdId),
    getFamilyHome(ctx, ctx.householdId),
  ]);
  const { cart } = shell;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="accueil">
      <Home
        view={{
          firstName: ctx.account.displayName.split(" ")[0] ?? "",
          today: dateOf(ctx.now),
          toPay: cart.holdExpiresAt ? { ...cart, holdExpiresAt: new Date(cart.holdExpiresAt), children: toPay } : null,
          home: { ...home, cart, unreadThreads: shell.unreadThreads, email: ctx.account.email },
          week,
        }}
      />
    </FamilyShell>
  );
}
