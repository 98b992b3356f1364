import { and, asc, isNull, ne } from "drizzle-orm";
import { facilities, organization, revenueOffices, tariffs } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { getCalendarOf } from "../facilities/queries";

export type WizardChoices = Awaited<ReturnType<typeof listWizardChoices>>;

/** What a new service may be made with: structures with their calendars, régies, tariffs, and the organisation's address. */
export async function listWizardChoices(ctx: Context) {
  authorize(ctx, "catalogue:write");
  const [places, offices, offered, [host]] = await Promise.all([
    ctx.db
      .select({ id: facilities.id, name: facilities.name })
      .from(facilities)
      .where(isNull(facilities.archivedAt))
      .orderBy(asc(facilities.name)),
    ctx.db
      .select({ value: revenueOffices.id, label: revenueOffices.name })
      .from(revenueOffices)
      .where(isNull(revenueOffices.archivedAt))
      .orderBy(asc(revenueOffices.name)),
    ctx.db
      .select({ value: tariffs.id, label: tariffs.label })
      .from(tariffs)
      .where(and(isNull(tariffs.archivedAt), ne(tariffs.label, "Gratuit")))
      .orderBy(asc(tariffs.label)),
    ctx.db.select({ email: organization.email, address: organization.address }).from(organization),
  ]);
  const withCalendars = await Promise.all(
    places.map(async ({ id, name }) => ({ id, name, calendar: await getCalendarOf(ctx, id) })),
  );
  return { facilities: withCalendars, offices, tariffs: offered, host };
}
