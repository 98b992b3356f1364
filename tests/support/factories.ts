import { randomUUID } from "node:crypto";
import * as schema from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { addDays, addMinutes, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { seal } from "@/lib/core/secrets";

/** Sentences to set a scene with; each writes the least that its noun needs, and takes what the test is about. */

export async function written<T>(rows: Promise<T[]>): Promise<T> {
  const [row] = await rows;
  if (!row) throw new Error("nothing was written");
  return row;
}

export const anOrganization = ({ db }: Context) =>
  db
    .insert(schema.organization)
    .values({
      name: "Ville de Saint-Aubin",
      shortName: "Saint-Aubin",
      email: "mairie@exemple.fr",
      address: "1 place de la Mairie, 59000 Saint-Aubin",
    })
    .onConflictDoNothing();

export async function aHousehold({ db, now }: Context, values: Partial<typeof schema.households.$inferInsert> = {}) {
  return written(
    db
      .insert(schema.households)
      .values({
        name: "Rousseau",
        street: "3 rue des Lilas",
        postalCode: "59000",
        city: "Saint-Aubin",
        createdAt: now,
        ...values,
      })
      .returning(),
  );
}

type Household = { id: string };

export async function aPerson({ db, now }: Context, values: Partial<typeof schema.persons.$inferInsert> = {}) {
  return written(
    db
      .insert(schema.persons)
      .values({ firstName: "Nahel", lastName: "Rousseau", createdAt: now, ...values })
      .returning(),
  );
}

/** A child of seven, unless told otherwise. */
export async function aChild(
  ctx: Context,
  household: Household,
  values: Partial<typeof schema.persons.$inferInsert> = {},
) {
  const child = await aPerson(ctx, { birthDate: "2019-03-14", ...values });
  await ctx.db.insert(schema.householdMembers).values({ householdId: household.id, personId: child.id, role: "child" });
  return child;
}

/** The context of an adult of the household, with an account. */
export async function guardianOf(
  ctx: Context,
  household: Household,
): Promise<Context & { actor: Extract<Actor, { kind: "guardian" }> }> {
  const person = await aPerson(ctx, { firstName: "Cédric" });
  await ctx.db
    .insert(schema.householdMembers)
    .values({ householdId: household.id, personId: person.id, role: "guardian" });
  const account = await written(
    ctx.db
      .insert(schema.accounts)
      .values({
        email: `${randomUUID()}@exemple.fr`,
        displayName: "Cédric Rousseau",
        personId: person.id,
        createdAt: ctx.now,
      })
      .returning(),
  );
  return {
    ...ctx,
    actor: { kind: "guardian", accountId: account.id, personId: person.id, householdIds: [household.id] },
  };
}

export async function aRevenueOffice({ db }: Context, gateway: schema.GatewayName = "payfip") {
  const settings =
    gateway === "payfip" ? { numcli: "090909", saisie: "T" as const } : { siteId: "12345678", mode: "TEST" as const };
  return written(
    db
      .insert(schema.revenueOffices)
      .values({
        name: `Régie ${gateway}`,
        officerName: "Anne Morel",
        email: "regie@exemple.fr",
        gateway,
        gatewaySettings: settings,
        gatewaySecret: gateway === "systempay" ? seal("1122334455667788") : null,
      })
      .returning(),
  );
}

export type ActivityValues = Partial<typeof schema.activities.$inferInsert> & { gateway?: schema.GatewayName };

export async function anActivity(ctx: Context, { gateway, ...values }: ActivityValues = {}) {
  const facility = await written(
    ctx.db
      .insert(schema.facilities)
      .values({ name: "Jules-Ferry", address: "2 rue de l’École", email: "ecole@exemple.fr", schoolZone: "B" })
      .returning(),
  );
  const revenueOfficeId = values.revenueOfficeId ?? (await aRevenueOffice(ctx, gateway)).id;
  return written(
    ctx.db
      .insert(schema.activities)
      .values({
        facilityId: facility.id,
        name: "Périscolaire",
        kind: "before_after_school",
        billingMode: "prepaid",
        ...values,
        revenueOfficeId,
      })
      .returning(),
  );
}

type Activity = { id: string; facilityId: string };

export async function anAgeGroup({ db }: Context, { facilityId }: Activity, minAge: number, maxAge: number) {
  return written(
    db
      .insert(schema.ageGroups)
      .values({ facilityId, name: `${minAge}-${maxAge} ans`, minAge, maxAge })
      .returning(),
  );
}

const threeEuros: schema.TariffMethod = { method: "flat", cents: { resident: 300, nonResident: 450 } };

export async function aTariff({ db }: Context, { rule = threeEuros, validFrom = "2026-01-01" } = {}) {
  const tariff = await written(db.insert(schema.tariffs).values({ label: "Accueil du soir" }).returning());
  await db.insert(schema.tariffVersions).values({ tariffId: tariff.id, validFrom, rule });
  return tariff;
}

/** The evening, 16:30 to 18:30, ten places, 3,00 €. */
export async function aSlot(ctx: Context, activity: Activity, values: Partial<typeof schema.slots.$inferInsert> = {}) {
  const tariffId = values.tariffId ?? (await aTariff(ctx)).id;
  const deadline = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" } as const;
  return written(
    ctx.db
      .insert(schema.slots)
      .values({
        activityId: activity.id,
        label: "Soir",
        startsAt: "16:30",
        endsAt: "18:30",
        capacity: 10,
        bookingDeadline: deadline,
        cancellationDeadline: deadline,
        ...values,
        tariffId,
      })
      .returning(),
  );
}

type Slot = { id: number; capacity: number };

/** Friday 18 September 2026, booking until the 11th at midnight, unless told otherwise. */
export async function anOccurrence(
  { db }: Context,
  slot: Slot,
  values: Partial<typeof schema.slotOccurrences.$inferInsert> = {},
) {
  const date = values.date ?? "2026-09-18";
  const closes = instantOf(addDays(date, -7), "00:00");
  return written(
    db
      .insert(schema.slotOccurrences)
      .values({
        slotId: slot.id,
        capacity: slot.capacity,
        bookingClosesAt: closes,
        cancellationClosesAt: closes,
        ...values,
        date,
      })
      .returning(),
  );
}

export const enroll = ({ db, now }: Context, child: { id: string }, activity: { id: string }) =>
  db.insert(schema.enrollments).values({
    childId: child.id,
    activityId: activity.id,
    status: "approved",
    startsOn: "2026-09-01",
    endsOn: "2027-08-31",
    createdAt: now,
  });

/** A family whose child may come on Friday evening: what most tests about bookings start from. */
export async function aFamilyAndAnEvening(
  ctx: Context,
  {
    activity: activityValues = {},
    occurrence: values = {},
  }: { activity?: ActivityValues; occurrence?: Partial<typeof schema.slotOccurrences.$inferInsert> } = {},
) {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  const activity = await anActivity(ctx, activityValues);
  const slot = await aSlot(ctx, activity);
  const occurrence = await anOccurrence(ctx, slot, values);
  await enroll(ctx, child, activity);
  const cell = { childId: child.id, slotId: slot.id, date: occurrence.date };
  return { household, child, activity, slot, occurrence, cell, guardian: await guardianOf(ctx, household) };
}

/** Another child, of another family, enrolled in the same activity; its guardian's context comes along. */
export async function anotherFamily(ctx: Context, activity: { id: string }) {
  const household = await aHousehold(ctx, { name: "Benali" });
  const child = await aChild(ctx, household, { firstName: "Aya", lastName: "Benali" });
  await enroll(ctx, child, activity);
  return { household, child, guardian: await guardianOf(ctx, household) };
}

/** The same context, so many minutes later. */
export const later = <C extends Context>(ctx: C, minutes: number): C => ({ ...ctx, now: addMinutes(ctx.now, minutes) });
