import { holidaysOn, publicHolidayName } from "@/lib/catalogue/calendar/rules";
import { type ErrorCode, sentenceOf } from "@/lib/core/errors";
import { dateInWords, datesInWords, deadlineInWords } from "@/lib/core/format-date";
import type { Cell } from "../rules";
import type { ComposedPlan } from "./compose-plan";
import type { Variant } from "./read-variants";
import { type Amount, groupTitle, type OfficeCost, type PatternPreview, type RefusedGroup } from "./rules";

/** A composed plan in words: what it would book, what it costs where, what is refused and why. */
export function describePlan(plan: ComposedPlan): PatternPreview {
  const { accepted, instalment, variants } = plan;
  return {
    fingerprint: plan.fingerprint,
    count: accepted.length,
    days: new Set(accepted.map(({ wish }) => wish.date)).size,
    offices: costsOf(accepted, variants),
    keptUntil: keptUntil(accepted),
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

function costsOf(accepted: ComposedPlan["accepted"], variants: ComposedPlan["variants"]): OfficeCost[] {
  const costs = new Map<string, OfficeCost>();
  for (const { wish, request } of accepted) {
    const name = variants.get(wish.slotId)?.office ?? "";
    const cost = costs.get(name) ?? { name, now: none(), invoiced: none(), free: 0, approval: none() };
    costs.set(name, cost);
    if (request.priceCents === 0) cost.free += 1;
    else if (request.awaiting === "approval") add(cost.approval, request.priceCents);
    else add(wish.billing === "prepaid" ? cost.now : cost.invoiced, request.priceCents);
  }
  return [...costs.values()];
}

const none = (): Amount => ({ count: 0, cents: 0 });

function add(amount: Amount, cents: number): void {
  amount.count += 1;
  amount.cents += cents;
}

/** The first of the places to pay that would be given back. */
function keptUntil(accepted: ComposedPlan["accepted"]): string | null {
  const ends = accepted.flatMap(({ request: { holdExpiresAt } }) => (holdExpiresAt ? [holdExpiresAt.getTime()] : []));
  return ends.length === 0 ? null : deadlineInWords(new Date(Math.min(...ends)));
}

type Refused = Cell & { code: ErrorCode; message: string };

/** One group per reason, and in it one line per child and service; a paper or a closure says which one. */
export function groupRefused(refused: Refused[], serviceOf: (cell: Cell) => string): RefusedGroup[] {
  const groups = new Map<string, Refused[]>();
  for (const one of refused) {
    const key = tellsMore(one.code) ? `${one.code} ${one.message}` : one.code;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { code } = first;
    const sentence = tellsMore(code) ? first.message : sentenceOf(code);
    return [{ code, title: groupTitle(code, group.length, sentence), lines: linesOf(group, serviceOf) }];
  });
}

/** Its sentence says which paper, or what the service is shut for. */
const tellsMore = (code: ErrorCode): boolean => code === "document_missing" || code === "slot_closed";

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
