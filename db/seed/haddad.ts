import type { Context } from "@/lib/core/context";
import { householdOn } from "@/lib/families/custody/rules";
import { shareChild } from "@/lib/families/share-child";
import { type CustodyRule, custodySchedules, guardianships } from "../schema";
import { type TownDays, ZONE } from "./days";
import type { Desk } from "./desk";
import type { KnownFamilies } from "./known-families";

/** Adam's parents live apart: even weeks with Samira Benali, odd ones with Karim Haddad. */
const rulesOf = ({ benali, haddad }: KnownFamilies): CustodyRule[] => [
  { kind: "parityWeeks", even: benali.id, odd: haddad.id, switchWeekday: 1, switchTime: "00:00" },
];

/** Whether Adam is with his mother that day, with his father, or whether nobody has said. */
export const homeOfAdam = (known: KnownFamilies, date: string): string | undefined =>
  householdOn(rulesOf(known), { date, endsAt: "18:30", calendar: { zone: ZONE } });

export async function shareAdam(ctx: Context, known: KnownFamilies, days: TownDays): Promise<void> {
  const { benali, haddad, adam } = known;
  const [samira] = benali.guardians;
  if (!samira) return;
  await ctx.db
    .insert(guardianships)
    .values(benali.children.map(({ id: childId }) => ({ adultId: samira.id, childId, relation: "mother" as const })))
    .onConflictDoNothing();
  await shareChild(ctx, { childId: adam.id, householdId: haddad.id, relation: "father" });
  await ctx.db
    .insert(custodySchedules)
    .values({ childId: adam.id, rules: rulesOf(known), effectiveFrom: days.from, createdAt: days.founded });
}

const SCHOOL_DAYS_AHEAD = 26;

/** Karim Haddad takes the meals of his weeks, and pays for them. */
export function bookHaddad(desk: Desk, known: KnownFamilies, days: TownDays): void {
  const { adam, haddad } = known;
  const dates = days.school.slice(0, days.school.filter((date) => date < days.today).length + SCHOOL_DAYS_AHEAD);
  for (const date of dates) {
    if (homeOfAdam(known, date) === haddad.id) desk.book({ child: adam, service: "meal", date, as: haddad });
  }
}
