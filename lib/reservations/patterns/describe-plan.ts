import { holidaysOn, publicHolidayName } from "@/lib/catalogue/calendar/rules";
import { type ErrorCode, sentenceOf } from "@/lib/core/errors";
import { dateInWords, datesInWords, deadlineInWords } from "@/lib/core/format-date";
import type { Bookable } from "../judge-candidates";
import { type Cell, firstState, holdUntil } from "../rules";
import type { ComposedPlan } from "./compose-plan";
import type { Variant } from "./read-variants";
import { type Amount, groupTitle, type OfficeCost, type PatternPreview, type RefusedGroup } from "./rules";

/** A composed plan in words: what it would book, what it costs where, what is refused and why. */
export function describePlan(plan: ComposedPlan, now: Date): PatternPreview {
  const { accepted, instalment, variants } = plan;
  return {
    fingerprint: plan.fingerprint,
    count: accepted.length,
    days: new Set(accepted.map(({ date }) => date)).size,
    offices: costsOf(accepted, variants),
    keptUntil: keptUntil(accepted, now),
    instalment: instalment && { ...instalment, through: dateInWords(instalment.through) },
    full: plan.waitable.length,
    refused: groupRefused(
      plan.refused.map(({ refusal }) => refusal),
      ({ slotId }) => nameOf(variants.get(slotId)),
    ),
    already: plan.already,
    closed: groupClosed(plan.closed),
    openUntil: plan.openUntil && dateInWords(plan.openUntil),
  };
}

const nameOf = (variant: Variant | undefined): string => (variant ? `${variant.activity}, ${variant.label}` : "");

function costsOf(accepted: Bookable[], variants: ComposedPlan["variants"]): OfficeCost[] {
  const costs = new Map<string, OfficeCost>();
  for (const { slotId, approval, billing, price } of accepted) {
    const name = variants.get(slotId)?.office ?? "";
    const cost = costs.get(name) ?? { name, now: none(), invoiced: none(), free: 0, approval: none() };
    costs.set(name, cost);
    if (price.cents === 0) cost.free += 1;
    else if (firstState(approval, billing).awaiting === "approval") add(cost.approval, price.cents);
    else add(billing === "prepaid" ? cost.now : cost.invoiced, price.cents);
  }
  return [...costs.values()];
}

const none = (): Amount => ({ count: 0, cents: 0 });

function add(amount: Amount, cents: number): void {
  amount.count += 1;
  amount.cents += cents;
}

/** The first of the places to pay that would be given back. */
function keptUntil(accepted: Bookable[], now: Date): string | null {
  const ends = accepted
    .filter(({ approval, billing }) => firstState(approval, billing).awaiting === "payment")
    .map(({ holdMinutes, occurrence }) => holdUntil(now, holdMinutes, occurrence.closesAt).getTime());
  return ends.length === 0 ? null : deadlineInWords(new Date(Math.min(...ends)));
}

type Refused = Cell & { code: ErrorCode; message: string };

/** One group per reason, and in it one line per child and service; a paper or a closure says which one. */
export function groupRefused(refused: Refused[], serviceOf: (cell: Cell) => string): RefusedGroup[] {
  const groups = new Map<string, Refused[]>();
  for (const one of refused) {
    const key = one.code === "document_missing" ? `${one.code} ${one.message}` : one.code;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { code } = first;
    const sentence = code === "document_missing" ? first.message : sentenceOf(code);
    return [{ code, title: groupTitle(code, group.length, sentence), lines: linesOf(group, serviceOf) }];
  });
}

function linesOf(group: Refused[], serviceOf: (cell: Cell) => string) {
  const lines = new Map<string, { childId: string; service: string; dates: string[] }>();
  for (const cell of group.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const service = serviceOf(cell);
    const key = `${cell.childId} ${service}`;
    const line = lines.get(key) ?? { childId: cell.childId, service, dates: [] };
    lines.set(key, line);
    line.dates.push(cell.date);
  }
  return [...lines.values()].map(({ dates, ...line }) => ({ ...line, days: datesInWords([...new Set(dates)]) }));
}

/** Days on which nothing opens, by what the calendar calls them; that a holiday centre rests in school weeks is no news. */
function groupClosed(closed: ComposedPlan["closed"]): PatternPreview["closed"] {
  const groups = new Map<string, Set<string>>();
  for (const { date, variant } of closed) {
    if (variant.kind === "holidays") continue;
    const label = holidaysOn(date, variant.zone)?.label ?? publicHolidayName(date) ?? "Jours sans service";
    groups.set(label, (groups.get(label) ?? new Set()).add(date));
  }
  return [...groups].map(([label, days]) => ({ label, days: days.size }));
}
