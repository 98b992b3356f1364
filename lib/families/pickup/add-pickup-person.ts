import { and, eq, isNull } from "drizzle-orm";
import { persons, pickupAuthorizations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { plainText } from "@/lib/core/text";
import { storeDocument } from "@/lib/documents/store-document";
import { authorizeChild } from "../authorize-child";
import type { AddPickupPersonInput } from "./input";

/** Names someone who may take a child away, or who must not: a prohibition stands on a judgment, and wins. */
export async function addPickupPerson(ctx: Context, input: AddPickupPersonInput): Promise<{ pickupId: string }> {
  const { childId, photo, judgment, emergency, phone, ...person } = input;
  const { householdId } = await authorizeChild(ctx, "household:write", childId);
  if (person.kind === "forbidden" && !judgment) throw new DomainError("judgment_missing");

  return inTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: persons.id }).from(persons).where(eq(persons.id, childId)).for("no key update");
    if (person.kind === "allowed") await assertNotForbidden(ctx, input);

    const about = { householdId, personId: childId };
    const photoId = photo && (await keep(ctx, { ...about, kind: "photo" }, photo));
    const judgmentId = judgment && (await keep(ctx, { ...about, kind: "judgment" }, judgment));
    const [added] = await ctx.db
      .insert(pickupAuthorizations)
      .values({
        ...person,
        childId,
        photoId,
        judgmentId,
        phone: phone || null,
        isEmergencyContact: person.kind === "allowed" && emergency === "on",
        createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        createdAt: ctx.now,
      })
      .returning({ id: pickupAuthorizations.id });
    if (!added) throw new Error("The person was not written");
    const type = person.kind === "allowed" ? "pickup.allowed" : "pickup.forbidden";
    await recordEvent(ctx, { type, subjectId: childId, householdId, data: { pickupId: added.id } });
    return { pickupId: added.id };
  });
}

async function assertNotForbidden({ db }: Context, { childId, firstName, lastName }: AddPickupPersonInput) {
  const forbidden = await db
    .select({ firstName: pickupAuthorizations.firstName, lastName: pickupAuthorizations.lastName })
    .from(pickupAuthorizations)
    .where(
      and(
        eq(pickupAuthorizations.childId, childId),
        eq(pickupAuthorizations.kind, "forbidden"),
        isNull(pickupAuthorizations.removedAt),
      ),
    );
  const nameOf = (one: { firstName: string; lastName: string }) => plainText(`${one.firstName} ${one.lastName}`);
  if (forbidden.some((one) => nameOf(one) === nameOf({ firstName, lastName })))
    throw new DomainError("pickup_forbidden");
}

type About = { householdId: string; personId: string; kind: "photo" | "judgment" };

async function keep(ctx: Context, about: About, file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await storeDocument(ctx, { ...about, fileName: file.name, bytes })).documentId;
}
