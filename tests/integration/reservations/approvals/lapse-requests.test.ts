import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, persons, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { instantOf } from "@/lib/core/calendar";
import { asSystem, type Context } from "@/lib/core/context";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { lapseRequests } from "@/lib/reservations/approvals/lapse-requests";
import { countUrgentDemands, listDemands, listUnanswered } from "@/lib/reservations/approvals/queries";
import { refuseRequests } from "@/lib/reservations/approvals/refuse-requests";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { requestLateSlots } from "@/lib/reservations/late/request-late-slots";
import { getDay } from "@/lib/reservations/queries/day";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aSiteManager } from "../../../support/absences";
import { aCart, aPaidCart } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, anOccurrence, aSlot, guardianOf } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

const manual = { approval: "manual" } as const;
/** The evening of 18 September begins at 16:30 in Paris. */
const begins = new Date("2026-09-18T14:30:00Z");
const justBefore = new Date(begins.getTime() - 1);

const firstId = async ({ db }: Context) => (await db.select({ id: reservations.id }).from(reservations))[0]?.id ?? 0;

test("a request that nobody answered ends when its service begins, to the millisecond: its place is free", async ({
  ctx,
}) => {
  const { occurrence } = await aCart(ctx, { activity: manual });

  expect(await lapseRequests({ ...ctx, now: justBefore })).toBe(0);
  expect(await lapseRequests({ ...ctx, now: begins })).toBe(1);

  expect(await ctx.db.select().from(reservations)).toMatchObject([
    { status: "refused", awaiting: null, holdExpiresAt: null, paidCents: 0 },
  ]);
  const [freed] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(freed?.taken).toBe(0);
  const [change] = await ctx.db.select().from(reservationChanges).orderBy(desc(reservationChanges.id)).limit(1);
  expect(change).toMatchObject({ reason: "unanswered", actorKind: "system", accountId: null, at: begins });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("the family is told once, in its calendar too, whatever the number of its requests", async ({ ctx }) => {
  const { household, guardian, cell } = await aCart(ctx, { activity: manual, dates: ["2026-09-17", "2026-09-18"] });
  await guardianOf(ctx, household);
  const waiting = await getDay(guardian, { householdId: household.id, date: cell.date });
  expect(waiting.lines[0]?.children[0]?.history?.at(-1)).toBe(
    "Réponse attendue avant le jeudi 17 septembre 2026 à 16\u00a0h\u00a030 : sans elle, la place n’est pas réservée",
  );

  for (let run = 0; run < 3; run += 1) await lapseRequests({ ...ctx, now: begins });

  const told = await ctx.db.select().from(emails).where(eq(emails.template, "requests-unanswered"));
  expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(2);
  expect(told).toHaveLength(2);
  const places = ["Soir, jeudi 17 septembre, Nahel", "Soir, vendredi 18 septembre, Nahel"];
  expect(told[0]?.payload).toMatchObject({ places });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "requests.unanswered"))).toMatchObject([
    { householdId: household.id, actorKind: expect.stringContaining("system") },
  ]);
  const day = await getDay({ ...guardian, now: begins }, { householdId: household.id, date: cell.date });
  expect(day.lines[0]?.children[0]).toMatchObject({
    code: "-",
    history: [
      expect.stringContaining("Demandé par Cédric Rousseau"),
      "Demande restée sans réponse avant le service, place rendue le vendredi 18 septembre 2026 à 16\u00a0h\u00a030",
    ],
  });
});

test("a late request ends so too, and the child may not be asked for again once the service has begun", async ({
  ctx,
}) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { lateRequests: true } });
  const input = { householdId: household.id, cells: [cell] };
  await requestLateSlots({ ...guardian, now: new Date("2026-09-18T08:00:00Z") }, input);
  expect(await lapseRequests({ ...ctx, now: begins })).toBe(1);
  expect(await codeOf(requestLateSlots({ ...guardian, now: begins }, input))).toBe("service_begun");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("leaves alone what waits for its payment, what is booked, and a cancellation that was asked for", async ({
  ctx,
}) => {
  await aCart(ctx);
  const { household, guardian, cells } = await aPaidCart(ctx, { dates: ["2026-09-17", "2026-09-18"] });
  const late = { ...guardian, now: new Date("2026-09-14T08:00:00Z") };
  await requestCancellations(late, { householdId: household.id, cells: cells.slice(0, 1) });

  const afterwards = { ...ctx, now: new Date("2026-09-21T08:00:00Z") };
  expect(await lapseRequests(afterwards)).toBe(0);

  const agent = { ...(await aSiteManager(ctx, household)), now: afterwards.now };
  expect(await listDemands(agent)).toMatchObject([{ kind: "cancellations", hasBegun: true }]);
  expect(await countUrgentDemands(agent)).toEqual({ today: 1, unanswered: 0 });
});

test.for([
  ["2026-10-24", "winter is tomorrow", "2026-10-24T05:30:00Z"],
  ["2026-10-25", "the clocks went back in the night", "2026-10-25T06:30:00Z"],
  ["2027-03-27", "summer is tomorrow", "2027-03-27T06:30:00Z"],
  ["2027-03-28", "the clocks went forward in the night", "2027-03-28T05:30:00Z"],
] as const)("on the wall clock of Paris: at 7:30 on %s, when %s", async ([date, , utc], { ctx }) => {
  const { household, guardian, child, activity } = await aFamilyAndAnEvening(ctx, { activity: manual });
  const morning = await aSlot(ctx, activity, { label: "Matin", startsAt: "07:30", endsAt: "08:30" });
  await anOccurrence(ctx, morning, { date });
  const cells = [{ childId: child.id, slotId: morning.id, date }];
  await requestSlots(guardian, { householdId: household.id, cells });
  expect(instantOf(date, "07:30").toISOString()).toBe(new Date(utc).toISOString());

  expect(await lapseRequests({ ...ctx, now: new Date(Date.parse(utc) - 1) })).toBe(0);
  expect(await lapseRequests({ ...ctx, now: new Date(utc) })).toBe(1);
});

test("once the service has begun, an agent accepts nothing more, whether the job has run or not", async ({ ctx }) => {
  const { household } = await aCart(ctx, { activity: manual });
  const agent = { ...(await aSiteManager(ctx, household)), now: begins };
  const ids = [await firstId(ctx)];
  expect(await codeOf(approveRequests(agent, ids))).toBe("service_begun");
  await lapseRequests({ ...ctx, now: begins });
  expect(await codeOf(approveRequests(agent, ids))).toBe("already_decided");
  expect(await codeOf(refuseRequests(agent, { ids, reason: "Trop tard." }))).toBe("already_decided");
});

test("an agent's answer and the job at the same moment: the request has one end, and the family one message", async ({
  committed: ctx,
}) => {
  const billed = { ...manual, billingMode: "billed" } as const;
  for (let round = 0; round < 6; round += 1) {
    const { household } = await aCart(ctx, { activity: billed });
    const agent = { ...(await aSiteManager(ctx, household)), now: justBefore };
    const [request] = await ctx.db.select().from(reservations).where(eq(reservations.householdId, household.id));
    const ids = [request?.id ?? 0];
    const answer = round % 2 === 0 ? approveRequests(agent, ids) : refuseRequests(agent, { ids, reason: "Complet." });
    const job = { ...ctx, now: begins };
    const [answered, first, second] = await Promise.all([codeOf(answer), lapseRequests(job), lapseRequests(job)]);

    const ended = first + second + (await lapseRequests(job));
    expect([answered, ended]).toEqual(answered === "done" ? ["done", 0] : ["already_decided", 1]);
    const [found] = await ctx.db.select().from(reservations).where(eq(reservations.householdId, household.id));
    expect(found?.status).toBe(answered === "done" && round % 2 === 0 ? "booked" : "refused");
    const changes = await ctx.db
      .select()
      .from(reservationChanges)
      .where(eq(reservationChanges.reservationId, request?.id ?? 0));
    expect(changes).toHaveLength(2);
  }
  const told = await ctx.db.select().from(emails);
  const byFamily = told.filter(({ template }) => template.startsWith("requests-")).map(({ dedupeKey }) => dedupeKey);
  expect(byFamily).toHaveLength(6 * 2); // both accounts of each household: its guardian, and the agent made from one
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("goes in batches, and is for the portal itself", async ({ ctx }) => {
  const { household, guardian, occurrence } = await aFamilyAndAnEvening(ctx, {
    activity: manual,
    occurrence: { capacity: 1000 },
  });
  const crowd = await ctx.db
    .insert(persons)
    .values(Array.from({ length: 201 }, () => ({ firstName: "Aya", lastName: "Benali", createdAt: ctx.now })))
    .returning({ id: persons.id });
  const waiting = { householdId: household.id, occurrenceId: occurrence.id, status: "requested" } as const;
  const pricing = { tariff: "Soir", validFrom: "2026-01-01", category: "resident", method: "flat" } as const;
  await ctx.db.insert(reservations).values(
    crowd.map(({ id }) => ({
      ...waiting,
      awaiting: "approval" as const,
      childId: id,
      priceCents: 300,
      pricing,
      requestedAt: ctx.now,
    })),
  );
  const job = { ...ctx, now: begins };
  expect([await lapseRequests(job), await lapseRequests(job), await lapseRequests(job)]).toEqual([200, 1, 0]);
  await expect(lapseRequests(guardian)).rejects.toMatchObject({ code: "forbidden" });
});

test("agents are warned of what cannot wait for the next working day, and see what nobody answered", async ({
  ctx,
}) => {
  // Thursday and Friday evening, and Monday evening.
  const { household, guardian } = await aCart(ctx, {
    activity: manual,
    dates: ["2026-09-17", "2026-09-18", "2026-09-21"],
  });
  const manager = await aSiteManager(ctx, household);
  const at = (now: string) => countUrgentDemands({ ...manager, now: new Date(now) });
  expect(await at("2026-09-16T07:00:00Z")).toEqual({ today: 0, unanswered: 0 });
  expect(await at("2026-09-17T07:00:00Z")).toEqual({ today: 1, unanswered: 0 });

  const friday = { ...asSystem(ctx, "test"), now: new Date("2026-09-17T14:30:00Z") };
  await lapseRequests(friday);
  expect(await at("2026-09-18T07:00:00Z")).toEqual({ today: 1, unanswered: 1 });
  expect(await at("2026-09-25T07:00:00Z")).toEqual({ today: 2, unanswered: 0 });

  const seen = await listUnanswered({ ...manager, now: new Date("2026-09-18T07:00:00Z") });
  expect(seen).toMatchObject([
    { date: "2026-09-17", slot: "Soir", child: "Nahel Rousseau", householdId: household.id, askedAt: ctx.now },
  ]);
  expect(await listUnanswered({ ...manager, now: new Date("2026-11-18T07:00:00Z") })).toEqual([]);
  await expect(countUrgentDemands(guardian)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listUnanswered(guardian)).rejects.toMatchObject({ code: "forbidden" });
});
