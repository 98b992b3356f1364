import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ReviewKinds } from "@/components/queue/review-kinds";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { countToReview, reviewRights } from "@/lib/reporting/queries/to-review";

export const metadata: Metadata = { title: "À valider" };

export default async function ToReviewPage() {
  const ctx = await requireAgent(...reviewRights);
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), countToReview(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle title="À valider" lead="Ce que les familles attendent de vous." />
      <ReviewKinds waiting={waiting} now={ctx.now} />
    </AdminShell>
  );
}
