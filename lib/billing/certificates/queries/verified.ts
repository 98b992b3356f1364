import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { certificates } from "@/db/schema";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { viewOf } from "../certificate-document";

export type VerifiedCertificate = Awaited<ReturnType<typeof findVerified>>;

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
};

/**
 * What a certificate says, for whoever holds a copy: its number and the code printed beside it must both be right.
 * Undefined otherwise, without saying which is wrong.
 */
export async function findVerified(ctx: Context, { numero, code }: { numero: string; code: string }) {
  authorizeVisitor(ctx);

  const [row] = await ctx.db.select().from(certificates).where(eq(certificates.number, numero));
  // Compared whatever was found: an unknown number takes the same work as a wrong code.
  const isRight = isSame(code, row?.code ?? "");
  if (!row || !isRight) return undefined;
  const [newer] = await ctx.db
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        eq(certificates.householdId, row.householdId),
        eq(certificates.kind, row.kind),
        sql`${certificates.childId} is not distinct from ${row.childId}`,
        sql`${certificates.year} is not distinct from ${row.year}`,
        gt(certificates.issuedAt, row.issuedAt),
      ),
    )
    .limit(1);
  const { payer, content, organization } = viewOf(row);
  return {
    number: row.number,
    issuedOn: row.issuedOn,
    organization: organization.name,
    payer: payer.name,
    content,
    /** The accounts have changed since: only of a year, because periods differ by nature. */
    isReplaced: row.kind === "fiscale" && newer !== undefined,
  };
}
