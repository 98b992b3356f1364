import { changeRequests, type FieldPolicy, fieldPolicies } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { type Field, isField, policyOf } from "../rules";
import { applyValues } from "./apply-values";
import type { ProposeChangesInput } from "./input";
import { lockSubject, type Subject } from "./lock-subject";
import { endWaiting, lockWaiting } from "./lock-waiting";
import { readSection } from "./read-section";
import { type ChangesMade, type Outcome, outcomeOf, type Value, type Values, wordsOf } from "./rules";

/**
 * Saves a section of a family's file: by its policy each changed field applies at once, waits for an agent, or is
 * refused; an agent's own change applies at once. All of the section, or none of it.
 */
export async function proposeChanges(ctx: Context, input: ProposeChangesInput): Promise<ChangesMade> {
  authorize(ctx, "household:write", input);

  return inTransaction(ctx, async (ctx) => {
    const { householdId, personId } = input;
    const { role, current } = await lockSubject(ctx, input);
    const proposed = readSection(ctx, input, role);
    const waiting = await lockWaiting(ctx, input);
    const policyFor = await readPolicies(ctx);
    const now = (field: Field): Value => (waiting.get(field) ?? { newValue: current[field] }).newValue ?? null;

    const names = Object.keys(proposed).filter(isField);
    const outcome = (field: Field) =>
      outcomeOf({
        proposed: proposed[field] ?? null,
        shown: input.shown[field] ?? null,
        current: current[field] ?? null,
        now: now(field),
        policy: policyFor(field),
      });
    const having = (wanted: Outcome) => names.filter((field) => outcome(field) === wanted);
    const [conflict, locked] = [having("conflict"), having("locked")];
    if (conflict.length > 0) throw changedMeanwhile(conflict, now);
    if (locked.length > 0) throw new DomainError("field_locked", { fields: problemsOf(locked, () => LOCKED) });

    const subject = { householdId, personId };
    const made = { applied: having("apply"), requested: having("request"), withdrawn: having("withdraw") };
    const replaced = [...made.applied, ...made.requested].filter((field) => waiting.has(field));
    await endWaiting(ctx, { ...subject, status: "superseded", fields: replaced });
    await endWaiting(ctx, { ...subject, status: "withdrawn", fields: made.withdrawn });
    await change(ctx, subject, pick(made.applied, current), pick(made.applied, proposed));
    await ask(ctx, subject, pick(made.requested, current), pick(made.requested, proposed));
    if (made.withdrawn.length > 0) {
      await recordEvent(ctx, { ...about(subject), type: "change.withdrawn", data: { fields: made.withdrawn } });
    }
    return made;
  });
}

/** An agent who may write any family decides by changing: nothing waits for them, and nothing is locked. */
async function readPolicies({ db, actor }: Context): Promise<(field: Field) => FieldPolicy> {
  if (isAllowed(actor, "families:write")) return () => "free";
  const rows = await db.select().from(fieldPolicies);
  const decided = Object.fromEntries(rows.map(({ field, policy }) => [field, policy]));
  return (field) => policyOf(field, decided);
}

const LOCKED = "Pour changer cette information, écrivez à la structure.";

/** Carries what the form should have shown of those fields, so that saving again is decided with open eyes. */
function changedMeanwhile(conflicts: Field[], now: (field: Field) => Value): DomainError {
  const shown = Object.fromEntries(conflicts.map((field) => [field, now(field)]));
  const fields = problemsOf(
    conflicts,
    (field) => `Cette information vient de changer : ${wordsOf(field, now(field))}.`,
  );
  return new DomainError("changed_meanwhile", { shown, fields });
}

/** Under the input of each field; an address has four, and says it under the first. */
const problemsOf = (names: Field[], say: (field: Field) => string) =>
  Object.fromEntries(
    names.map((field) => [field === "household.address" ? "street" : field.replace("person.", ""), [say(field)]]),
  );

const pick = (names: Field[], values: Values): Values =>
  Object.fromEntries(names.map((field) => [field, values[field] ?? null]));

const isEmpty = (values: Values) => Object.keys(values).length === 0;

const about = ({ householdId, personId }: Subject) => ({ householdId, subjectId: personId ?? householdId });

async function change(ctx: Context, subject: Subject, from: Values, to: Values): Promise<void> {
  if (isEmpty(to)) return;
  await applyValues(ctx, subject, to);
  const type = subject.personId ? "person.updated" : "household.updated";
  await recordEvent(ctx, { ...about(subject), type, data: { from, to } });
}

async function ask(ctx: Context, subject: Subject, from: Values, to: Values): Promise<void> {
  const { actor, now } = ctx;
  if (isEmpty(to)) return;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const rows = Object.entries(to).map(([field, newValue]) => ({
    ...subject,
    field,
    oldValue: isField(field) ? from[field] : null,
    newValue,
    requestedBy: actor.accountId,
    createdAt: now,
  }));
  await ctx.db.insert(changeRequests).values(rows);
  await recordEvent(ctx, { ...about(subject), type: "change.requested", data: { from, to } });
}
