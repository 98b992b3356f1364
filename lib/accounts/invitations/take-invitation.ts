import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** Uses the link, which nobody else may have used meanwhile; the other links of the person die with it. */
export const takeInvitation = async ({ db, now }: Context, { id, personId }: { id: string; personId: string }) => {
  // One person at a time: two links of the same one, opened at the same moment, wait for each other here.
  await db.execute(sql`select from persons where id = ${personId} for update`);
  const [used] = await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  if (!used) throw new DomainError("link_expired");

  await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)));
};
