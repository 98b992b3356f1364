import { and, eq } from "drizzle-orm";
import { changeRequests, custodySchedules, guardianships } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockSubject } from "../changes/lock-subject";
import { endWaiting } from "../changes/lock-waiting";
import { composeRules, exceptionsAhead } from "./compose-rules";
import type { CustodyProposal } from "./describe-rules";
import type { CustodyInput } from "./input";
import { householdsIn, rulesOn } from "./rules";
import { listHomes, writeSchedule } from "./write-schedule";

/**
 * Says who has a child of two households when: at once by an agent who may write families, through an agent's decision
 * when it is asked by an adult who exercises parental authority.
 */
export async function setCustody(ctx: Context, input: CustodyInput): Promise<{ isApplied: boolean }> {
  authorize(ctx, "household:write", input);
  const { householdId, childId, effectiveFrom } = input;
  const subject = { householdId, personId: childId };

  return inTransaction(ctx, async (ctx) => {
    const { role } = await lockSubject(ctx, subject);
    if (role !== "child") throw new DomainError("not_found");
    const known = await ctx.db.select().from(custodySchedules).where(eq(custodySchedules.childId, childId));
    const before = rulesOn(known, effectiveFrom);
    const proposal = { effectiveFrom, rules: await rulesIn(ctx, input, before), askedBy: householdId };

    const isApplied = isAllowed(ctx.actor, "families:write");
    await endWaiting(ctx, { ...subject, status: "superseded", fields: ["child.custody"] });
    if (isApplied) await writeSchedule(ctx, childId, proposal);
    else await ask(ctx, proposal, { childId, before });
    await recordEvent(ctx, {
      type: isApplied ? "custody.set" : "custody.requested",
      householdId,
      subjectId: childId,
      data: { effectiveFrom, from: before, to: proposal.rules },
    });
    return { isApplied };
  });
}

type Rules = CustodyProposal["rules"];

async function rulesIn(ctx: Context, input: CustodyInput, before: readonly Rules[number][]): Promise<Rules> {
  const [first, second, ...others] = await listHomes(ctx, input.childId);
  if (!first || !second || others.length > 0) throw new DomainError("one_household");
  const kept = input.forgetExceptions ? [] : exceptionsAhead(before, dateOf(ctx.now));
  const rules = composeRules(input, [first, second], kept);
  if (!householdsIn(rules).every((id) => id === first || id === second)) throw new DomainError("not_found");
  return rules;
}

type Asked = { childId: string; before: readonly Rules[number][] };

async function ask(ctx: Context, proposal: CustodyProposal, { childId, before }: Asked): Promise<void> {
  const { actor, db, now } = ctx;
  if (actor.kind !== "guardian") throw new DomainError("forbidden");
  const [tie] = await db
    .select({ authority: guardianships.exercisesParentalAuthority })
    .from(guardianships)
    .where(and(eq(guardianships.adultId, actor.personId), eq(guardianships.childId, childId)));
  if (!tie?.authority) throw new DomainError("forbidden", { message: NO_AUTHORITY });
  await db.insert(changeRequests).values({
    householdId: proposal.askedBy,
    personId: childId,
    field: "child.custody",
    oldValue: before.length > 0 ? JSON.stringify({ ...proposal, rules: before }) : null,
    newValue: JSON.stringify(proposal),
    requestedBy: actor.accountId,
    createdAt: now,
  });
}

const NO_AUTHORITY = "Seule une personne qui exerce l’autorité parentale peut demander cela : écrivez à la structure.";
