import { asc, eq, inArray } from "drizzle-orm";
import { activities, facilities, revenueOffices, slotOccurrences, slots, tariffs, tariffVersions } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dateInWords, deadlineInWords, timeInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { versionOn } from "../tariffs/rules";
import type { ServiceInput } from "./input";
import { openService, type ServiceOpened } from "./open-service";

export type ServicePreview = {
  facility: string;
  office: string;
  activity: string;
  price: string;
  slots: PreviewedSlot[];
};
type PreviewedSlot = {
  label: string;
  hours: string;
  capacity: number;
  days: string;
  booking: string;
  cancellation: string;
};

/** Carries the preview out of a transaction that must not stay. */
class Previewed extends Error {
  constructor(readonly preview: ServicePreview) {
    super("previewed");
  }
}

/**
 * A dry run: opens the service for real, reads what families would see, and takes everything back. Refuses what opening it
 * would refuse.
 */
export async function previewService(ctx: Context, input: ServiceInput): Promise<ServicePreview> {
  authorize(ctx, "catalogue:write");
  try {
    return await ctx.db.transaction(async (db) => {
      const opened = await openService({ ...ctx, db }, input);
      throw new Previewed(await read({ ...ctx, db }, opened));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.preview;
    throw error;
  }
}

async function read({ db }: Context, { activityId, slotIds }: ServiceOpened): Promise<ServicePreview> {
  const [place] = await db
    .select({
      facility: facilities.name,
      office: revenueOffices.name,
      activity: activities.name,
      billing: activities.billingMode,
    })
    .from(activities)
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, activities.revenueOfficeId))
    .where(eq(activities.id, activityId));
  const days = await db
    .select({
      slotId: slots.id,
      label: slots.label,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      capacity: slots.capacity,
      tariffId: tariffs.id,
      date: slotOccurrences.date,
      bookingClosesAt: slotOccurrences.bookingClosesAt,
      cancellationClosesAt: slotOccurrences.cancellationClosesAt,
    })
    .from(slotOccurrences)
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(tariffs, eq(tariffs.id, slots.tariffId))
    .where(inArray(slotOccurrences.slotId, slotIds))
    .orderBy(asc(slots.id), asc(slotOccurrences.date));
  const [first] = days;
  if (!place || !first) throw new DomainError("not_found");
  const versions = await db.select().from(tariffVersions).where(eq(tariffVersions.tariffId, first.tariffId));
  const { billing, ...names } = place;
  return {
    ...names,
    price: billing === "free" ? "Gratuit" : priceInWords(versionOn(versions, first.date)?.rule),
    slots: slotIds.flatMap((id) => {
      const own = days.filter(({ slotId }) => slotId === id);
      const [from, to] = [own[0], own.at(-1)];
      return from && to ? [slotInWords(from, to, own.length)] : [];
    }),
  };
}

type Day = {
  label: string;
  startsAt: string;
  endsAt: string;
  capacity: number;
  date: string;
  bookingClosesAt: Date;
  cancellationClosesAt: Date;
};

const slotInWords = (from: Day, to: Day, count: number): PreviewedSlot => ({
  label: from.label,
  hours: `${timeInWords(from.startsAt)} – ${timeInWords(from.endsAt)}`,
  capacity: from.capacity,
  days: `${count === 1 ? "1 jour" : `${count} jours`}, du ${dateInWords(from.date)} au ${dateInWords(to.date)}`,
  booking: `Pour le ${dateInWords(to.date)}\u00a0: réservation possible jusqu’au ${deadlineInWords(to.bookingClosesAt)}`,
  cancellation: `annulation sans frais jusqu’au ${deadlineInWords(to.cancellationClosesAt)}`,
});

function priceInWords(rule: (typeof tariffVersions.$inferSelect)["rule"] | undefined): string {
  if (!rule) return "Aucun tarif en vigueur le premier jour : choisissez-en un autre.";
  if (rule.method === "flat") {
    const { resident, nonResident } = rule.cents;
    return resident === nonResident
      ? formatEuros(resident)
      : `${formatEuros(resident)}, hors commune ${formatEuros(nonResident)}`;
  }
  const cents =
    rule.method === "effort_rate" ? [rule.minCents, rule.maxCents] : rule.bands.resident.map((band) => band.cents);
  return `De ${formatEuros(Math.min(...cents))} à ${formatEuros(Math.max(...cents))} selon le quotient familial`;
}
