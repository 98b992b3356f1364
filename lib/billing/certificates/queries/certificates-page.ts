import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { periodOf } from "../../office/rules";
import type { CertificateInput } from "../input";
import { listCarePaid } from "./care-paid";
import { listPaidAmounts } from "./paid-amounts";
import { getParties } from "./parties";
import { listPresences } from "./presences";

const YEARS = 4;

export type CertificatesPage = Awaited<ReturnType<typeof getCertificatesPage>>;

/** What can be certified for a household, with its figures before any PDF is asked for. */
export async function getCertificatesPage(ctx: Context, householdId: string, asked: CertificateInput) {
  authorize(ctx, "receipts:read", { householdId });

  const { children } = await getParties(ctx, householdId);
  const thisYear = Number(dateOf(ctx.now).slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => thisYear - index);
  // The tax return of spring is about the year before.
  const year = asked.annee && years.includes(asked.annee) ? asked.annee : thisYear - 1;
  const days = periodOf({ du: asked.du ?? `${thisYear}-01-01`, au: asked.au }, ctx.now);
  const child = children.find(({ id }) => id === asked.enfant) ?? children[0];
  const [care, presences, paid] = await Promise.all([
    listCarePaid(ctx, householdId, year),
    child ? listPresences(ctx, { householdId, childId: child.id, ...days }) : [],
    listPaidAmounts(ctx, { householdId, ...days }),
  ]);
  return {
    years,
    year,
    care: care.map(({ childId, child, cents, cesuCents }) => ({ childId, child, cents, cesuCents })),
    children: children.map(({ id, firstName }) => ({ id, firstName })),
    childId: child?.id,
    days,
    minutes: presences.reduce((sum, row) => sum + row.minutes, 0),
    paid: { count: paid.length, cents: paid.reduce((sum, row) => sum + row.cents, 0) },
  };
}
