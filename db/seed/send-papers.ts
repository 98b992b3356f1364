import { eq } from "drizzle-orm";
import { addDays, addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { validUntil } from "@/lib/documents/rules";
import { storeDocument } from "@/lib/documents/store-document";
import { documents } from "../schema";
import type { TownDays } from "./days";
import { drawPaper } from "./draw-paper";
import type { Child, Family } from "./families";
import type { KnownFamilies } from "./known-families";

type Answer = { status: "valid" | "rejected"; reason?: string; validUntil?: string };
type Paper = { family: Family; child?: Child; kind: string; heading: string; daysAgo: number; answer?: Answer };

/** The Rousseaus have one paper in each state; a few other families wait for an agent. */
export async function sendPapers(ctx: Context, known: KnownFamilies, others: Family[], days: TownDays): Promise<void> {
  const { rousseau, benali, nahel, sohan, lisa } = known;
  const insurance = { kind: "insurance", heading: "Attestation d’assurance" };
  const endOfYear = validUntil({ kind: "schoolYear" }, days.today) ?? undefined;
  const papers: Paper[] = [
    {
      family: rousseau,
      kind: "address",
      heading: "Facture d’énergie",
      daysAgo: 345,
      answer: { status: "valid", validUntil: addDays(days.today, 20) },
    },
    { family: rousseau, child: nahel, ...insurance, daysAgo: 9, answer: { status: "valid", validUntil: endOfYear } },
    {
      family: rousseau,
      child: sohan,
      ...insurance,
      daysAgo: 6,
      answer: { status: "rejected", reason: "L’attestation est celle de l’année dernière." },
    },
    { family: rousseau, child: lisa, ...insurance, daysAgo: 2 },
    { family: rousseau, child: nahel, kind: "vaccination", heading: "Vaccinations", daysAgo: 1 },
    ...benali.children.map((child) => ({ family: benali, child, ...insurance, daysAgo: 3 })),
    ...others.slice(0, 4).map((family, index) => ({
      family,
      child: family.children[0],
      ...insurance,
      daysAgo: index,
    })),
  ];
  for (const [index, paper] of papers.entries()) await send(ctx, paper, index);
}

async function send(ctx: Context, paper: Paper, index: number): Promise<void> {
  const { family, child, kind, heading, daysAgo, answer } = paper;
  const sentAt = addMinutes(ctx.now, -daysAgo * 1440 - 37 * index);
  const bytes = await drawPaper(`${heading} – ${child?.firstName ?? family.name}`);
  const { documentId } = await storeDocument(
    { ...ctx, now: sentAt },
    { householdId: family.id, personId: child?.id, kind, fileName: `IMG_${2041 + index}.jpg`, bytes },
  );
  await ctx.db
    .update(documents)
    .set({ uploadedBy: family.account.id, ...answer, ...(answer && { reviewedAt: addMinutes(sentAt, 1200) }) })
    .where(eq(documents.id, documentId));
}
