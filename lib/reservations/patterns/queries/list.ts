import { sql } from "drizzle-orm";
import type { PatternPlan, PatternRhythm } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dateInWords, dayInWords, instantInWords } from "@/lib/core/format-date";
import type { HouseholdInput } from "../input";
import { type PatternItem, weekdaysInWords } from "../rules";

type Row = {
  id: string;
  plan: PatternPlan;
  firstDay: CivilDate;
  lastDay: CivilDate;
  bookedThrough: CivilDate | null;
  createdAt: string;
  by: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  labels: Record<string, string>;
  names: Record<string, string>;
  coming: number;
};

const MOST = 20;

/** The typical weeks of a household, the latest first: what was set, by whom and when, and what is still to come. */
export async function listPatterns(
  ctx: Context,
  { householdId }: HouseholdInput,
  limit = MOST,
): Promise<PatternItem[]> {
  authorize(ctx, "reservations:read", { householdId });

  const today = dateOf(ctx.now);
  const rows = await ctx.db.execute<Row>(sql`
    select p.id, p.plan, p.first_day as "firstDay", p.last_day as "lastDay", p.booked_through as "bookedThrough",
      p.created_at as "createdAt", author.display_name as by, p.undone_at as "undoneAt", undoer.display_name as "undoneBy",
      (
        select json_object_agg(s.id, s.label) from slots s
        where s.id in (select (slot ->> 'slotId')::int from jsonb_array_elements(p.plan -> 'slots') slot)
      ) as labels,
      (
        select json_object_agg(c.id, c.first_name) from persons c
        where c.id in (select (slot ->> 'childId')::uuid from jsonb_array_elements(p.plan -> 'slots') slot)
      ) as names,
      (
        select count(*)::int from reservations r join slot_occurrences o on o.id = r.occurrence_id
        where r.pattern_id = p.id and r.status not in ('refused', 'cancelled') and o.date >= ${today}
      ) as coming
    from patterns p
    left join accounts author on author.id = p.created_by
    left join accounts undoer on undoer.id = p.undone_by
    where p.household_id = ${householdId}
    order by p.undone_at is not null, p.created_at desc
    limit ${limit}`);
  return rows.map((row) => itemOf(row, today));
}

const itemOf = (row: Row, today: CivilDate): PatternItem => ({
  id: row.id,
  days:
    row.plan.rhythm.kind === "weeks"
      ? weeksInWords(row.plan.rhythm.mondays)
      : `Du ${dateInWords(row.firstDay)} au ${dateInWords(row.lastDay)}`,
  rhythm: rhythmInWords(row.plan.rhythm),
  lines: linesOf(row),
  except: row.plan.except.length > 0 ? row.plan.except.map(exceptionInWords).join(", ") : null,
  by: `${row.by ?? "La structure"}, le ${instantInWords(new Date(row.createdAt))}`,
  undone: row.undoneAt && `Retirée par ${row.undoneBy ?? "la structure"} le ${instantInWords(new Date(row.undoneAt))}`,
  coming: row.coming,
  through:
    row.bookedThrough && !row.undoneAt && row.lastDay > today && row.bookedThrough < row.lastDay
      ? dateInWords(row.bookedThrough)
      : null,
});

const exceptionInWords = ({ from, to }: { from: CivilDate; to: CivilDate }) =>
  from === to ? `le ${dayInWords(from)}` : `du ${dayInWords(from)} au ${dayInWords(to)}`;

function weeksInWords(mondays: readonly CivilDate[]): string {
  const sorted = mondays.toSorted();
  const words = sorted.map((monday) => dayInWords(monday).replace(/^lundi /, ""));
  const weeks = sorted.length > 1 ? "Semaines du" : "Semaine du";
  return `${weeks} ${new Intl.ListFormat("fr-FR").format(words)}`;
}

function rhythmInWords(rhythm: PatternRhythm): string {
  if (rhythm.kind === "weekly") return "Chaque semaine";
  return rhythm.kind === "weeks" ? "Semaine copiée" : "Une semaine sur deux";
}

/** "Nahel : Soir, lundi et jeudi", in even weeks then in odd ones where they differ. */
function linesOf({ plan: { slots, rhythm }, labels, names }: Row): PatternItem["lines"] {
  const lines = new Map<string, { childId: string; what: string; weekdays: Set<number> }>();
  for (const { childId, slotId, weekday, turn } of slots.toSorted((a, b) => a.weekday - b.weekday)) {
    const what = `${labels[slotId] ?? ""}${turnInWords(rhythm, turn)}`;
    const line = lines.get(`${childId} ${what}`) ?? { childId, what, weekdays: new Set<number>() };
    lines.set(`${childId} ${what}`, line);
    line.weekdays.add(weekday);
  }
  return [...lines.values()].map(({ childId, what, weekdays }) => ({
    firstName: names[childId] ?? "",
    text: `${what} : ${weekdaysInWords([...weekdays])}`,
  }));
}

function turnInWords({ kind }: PatternRhythm, turn: "a" | "b"): string {
  if (kind === "parity") return turn === "a" ? " (semaines paires)" : " (semaines impaires)";
  if (kind === "alternate") return turn === "a" ? " (semaines A)" : " (semaines B)";
  return "";
}
