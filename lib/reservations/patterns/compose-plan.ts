import { createHash } from "node:crypto";
import type { PatternPlan } from "@/db/schema";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findCandidates } from "../find-candidates";
import type { NewRequest } from "../insert-requests";
import { requestOf } from "../insert-wishes";
import { type Bookable, type Judged, judgeCandidates, withBoth } from "../judge-candidates";
import type { Cell } from "../rules";
import { readVariants, type Variant } from "./read-variants";
import { expandPlan, instalmentEnd } from "./rules";

/** What is asked of a plan; `without`: cells that were decided before, "child slot date". */
export type PlanScope = {
  householdId: string;
  plan: PatternPlan;
  from: CivilDate;
  to: CivilDate;
  isMonthly: boolean;
  without?: ReadonlySet<string>;
  /** The enrolments that make it possible do not end before the transaction does. */
  hold?: boolean;
};

/** A plan as it can be booked now. */
export type ComposedPlan = Awaited<ReturnType<typeof composePlan>>;

/** A whole year of five children, four slots a day: above, it is no week of a family. */
const MOST_CELLS = 6000;

/**
 * Judges a plan by the same rules as any request, in a constant number of statements, and writes nothing. Plumbing of the
 * commands of this domain, which have authorized.
 */
export const composePlan = async (
  ctx: Context,
  { householdId, plan, isMonthly, without, hold, ...asked }: PlanScope,
) => {
  const today = dateOf(ctx.now);
  const days = { from: [asked.from, today].toSorted()[1] ?? today, to: asked.to };
  const wanted = expandPlan(plan, days);
  if (wanted.length > MOST_CELLS) {
    throw new DomainError("invalid_input", {
      fields: { to: ["Cette période est trop longue : choisissez-en une autre."] },
    });
  }
  const variants = await readVariants(ctx, { householdId, cells: plan.slots.map(inFull), ...days });
  const { open, closed } = split(wanted, variants);
  const cells = open.filter((cell) => !without?.has(keyOf(cell)));
  const candidates = cells.length > 0 ? await findCandidates(ctx, { householdId, cells }, { hold }) : [];
  const judged = judgeCandidates(candidates, ctx.now);
  const refused = withoutDoubles(judged.refused, judged.bookable, variants);
  const full = refused.filter(({ refusal }) => refusal.code === "slot_full");
  const waitable = full.flatMap(({ candidate }) => withBoth(candidate));

  const end = wanted.at(-1)?.date ?? days.to;
  const openUntil =
    variants
      .flatMap(({ dates }) => dates.slice(-1))
      .toSorted()
      .at(-1) ?? null;
  const { instalment, wishes } = firstInstalment(judged.bookable, isMonthly);
  const accepted = wishes.map((wish) => ({ wish, request: requestOf(ctx, wish) }));
  const reached = isMonthly && instalment ? instalment.through : (openUntil ?? end);
  return {
    accepted,
    waitable,
    instalment,
    refused: refused.filter(({ refusal }) => refusal.code !== "already_booked"),
    already: refused.filter(({ refusal }) => refusal.code === "already_booked").length,
    closed: closed.filter(({ date }) => openUntil === null || date <= openUntil),
    openUntil: openUntil !== null && openUntil < end ? openUntil : null,
    bookedThrough: reached < end ? reached : null,
    variants: new Map(variants.map((variant) => [variant.slotId, variant])),
    fingerprint: fingerprintOf(accepted, waitable),
  };
};

const keyOf = ({ childId, slotId, date }: Cell) => `${childId} ${slotId} ${date}`;
const inFull = ({ childId, slotId }: PatternPlan["slots"][number]): Cell => ({ childId, slotId, date: "" });

/** The cells that open, under each of the slots that may be meant; and those on which nothing opens. */
function split(wanted: Cell[], variants: Variant[]): { open: Cell[]; closed: { date: CivilDate; variant: Variant }[] } {
  const asked = new Set(variants.map(({ askedId }) => askedId));
  const byAsked = new Map([...asked].map((id) => [id, variants.filter(({ askedId }) => askedId === id)]));
  const openOn = new Map(variants.map(({ slotId, dates }) => [slotId, new Set(dates)]));
  const open: Cell[] = [];
  const closed: { date: CivilDate; variant: Variant }[] = [];
  for (const { childId, slotId, date } of wanted) {
    const meant = byAsked.get(slotId) ?? [];
    const there = meant.filter((variant) => openOn.get(variant.slotId)?.has(date));
    open.push(...there.map((variant) => ({ childId, slotId: variant.slotId, date })));
    const [variant] = meant;
    if (there.length === 0 && variant) closed.push({ date, variant });
  }
  return { open, closed };
}

/** One refusal per child, service and day: that the slot of another age group is not for this child says nothing. */
function withoutDoubles(refused: Judged[], bookable: Bookable[], variants: Variant[]): Judged[] {
  const services = new Map(variants.map(({ slotId, activityId, label }) => [slotId, `${activityId} ${label}`]));
  const key = ({ childId, slotId, date }: Cell) => `${childId} ${services.get(slotId)} ${date}`;
  const settled = new Set(bookable.map(key));
  const tellsLess = ({ refusal }: Judged) => (refusal.code === "wrong_age_group" ? 1 : 0);
  return refused
    .toSorted((a, b) => tellsLess(a) - tellsLess(b))
    .filter(({ candidate }) => {
      const isNew = !settled.has(key(candidate));
      settled.add(key(candidate));
      return isNew;
    });
}

const centsOf = (wishes: Bookable[]) => wishes.reduce((sum, { price }) => sum + price.cents, 0);
const amountOf = (wishes: Bookable[]) => ({ count: wishes.length, cents: centsOf(wishes) });

/**
 * A year of places that nobody pays would be held a day, then lost; a year paid in September is a rent. What is paid in
 * advance can be booked month after month.
 */
function firstInstalment(bookable: Bookable[], isMonthly: boolean) {
  const prepaid = bookable.filter(({ billing, price }) => billing === "prepaid" && price.cents > 0);
  const [first] = prepaid.map(({ date }) => date).toSorted();
  if (!first) return { instalment: null, wishes: bookable };
  const through = instalmentEnd(first);
  const later = new Set(prepaid.filter(({ date }) => date > through));
  if (later.size === 0) return { instalment: null, wishes: bookable };
  const instalment = {
    through,
    first: amountOf(prepaid.filter((wish) => !later.has(wish))),
    later: amountOf([...later]),
    isChosen: isMonthly,
  };
  return { instalment, wishes: isMonthly ? bookable.filter((wish) => !later.has(wish)) : bookable };
}

/** Changes as soon as anything that was promised does: a place, a price, what has to be paid. */
function fingerprintOf(accepted: { wish: Bookable; request: NewRequest }[], waitable: Bookable[]): string {
  const lines = accepted.map(
    ({ request: { childId, occurrenceId, priceCents, status, awaiting } }) =>
      `${childId} ${occurrenceId} ${priceCents} ${status} ${awaiting}`,
  );
  const waits = waitable.map(({ childId, occurrence }) => `${childId} ${occurrence.id}`);
  return createHash("sha256")
    .update([...lines, "", ...waits].join("\n"))
    .digest("base64url");
}
