import { eq } from "drizzle-orm";
import { facilities, type OwnSchoolYear } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import type { RemoveSchoolYearInput, SchoolYearInput } from "./input";

/**
 * Writes a school year of the structure's own, where the ministry's file does not tell (Corsica, overseas, a year to
 * come); one that begins on the same day is replaced. Refuses with `invalid_input` a year that overlaps another.
 */
export async function setSchoolYear(ctx: Context, input: SchoolYearInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  const { facilityId, revision, firstDay, lastDay } = input;
  const holidays = input.holidays.map(({ row: _, ...holiday }) => holiday);
  await changeYears(ctx, { facilityId, revision }, (years) => {
    const others = years.filter((year) => year.firstDay !== firstDay);
    if (others.some((year) => year.firstDay <= lastDay && firstDay <= year.lastDay)) {
      throw new DomainError("invalid_input", { fields: { firstDay: ["Cette année en recouvre une autre."] } });
    }
    return [...others, { firstDay, lastDay, holidays }].toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  });
}

/** Forgets a school year of the structure's own; what was opened with it stays open. */
export async function removeSchoolYear(ctx: Context, input: RemoveSchoolYearInput): Promise<void> {
  authorize(ctx, "catalogue:write");
  await changeYears(ctx, input, (years) => years.filter(({ firstDay }) => firstDay !== input.firstDay));
}

type Seen = { facilityId: string; revision: number };

function changeYears(
  ctx: Context,
  { facilityId: id, revision }: Seen,
  change: (years: OwnSchoolYear[]) => OwnSchoolYear[],
) {
  return inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, facilities, { id, revision });
    const [facility] = await ctx.db
      .select({ years: facilities.ownSchoolYears })
      .from(facilities)
      .where(eq(facilities.id, id));
    const ownSchoolYears = change(facility?.years ?? []);
    await ctx.db
      .update(facilities)
      .set({ ownSchoolYears, revision: nextRevision(facilities) })
      .where(eq(facilities.id, id));
    await recordEvent(ctx, { type: "school-year.set", subjectId: id, data: { ownSchoolYears } });
  });
}
