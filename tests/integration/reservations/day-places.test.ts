import { expect } from "vitest";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem } from "@/lib/core/context";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { getDay } from "@/lib/reservations/queries/day";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { anAbsence } from "../../support/absences";
import { aCart, anOutcome, aPaidCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily, guardianOf } from "../../support/factories";
import { aFullEvening, nth } from "../../support/waiting";

const at = "le mercredi 9 septembre 2026 à 10\u00a0h";

test("two parents see who did what, in words, of a place that was given up as well", async ({ ctx }) => {
  const { household, guardian, cell, order } = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(guardian, order);
  await settlePayment(asSystem(ctx, "bank"), payment.id, anOutcome(payment));
  await cancelReservations(guardian, { householdId: household.id, cells: [cell] });
  const other = await guardianOf(ctx, household);

  const day = await getDay(other, { householdId: household.id, date: cell.date });

  expect(day.lines[0]?.children[0]).toMatchObject({
    code: ".",
    history: [
      `Demandé par Cédric Rousseau ${at}`,
      `Payé ${at}, 3,00\u00a0€`,
      `Annulé par Cédric Rousseau ${at}, 3,00\u00a0€ rendus`,
    ],
  });
});

test("says what one may do with a booked place, and what it costs, before and after the deadline", async ({ ctx }) => {
  const { household, guardian, cell } = await aPaidCart(ctx);
  const read = async (now: string) => {
    const day = await getDay({ ...guardian, now: new Date(now) }, { householdId: household.id, date: cell.date });
    return day.lines[0]?.children[0]?.act;
  };
  expect(await read("2026-09-09T08:00:00Z")).toEqual({
    kind: "cancel",
    text: "Annulation sans frais jusqu’au jeudi 10 septembre 2026 à 23\u00a0h\u00a059. 3,00\u00a0€ reviendront sur votre compte.",
  });
  expect(await read("2026-09-14T08:00:00Z")).toMatchObject({ kind: "ask" });
  expect(await read("2026-09-18T15:00:00Z")).toBeUndefined();
});

test("an absence says until when its proof may come, and may be taken back while its place is free", async ({
  ctx,
}) => {
  const { household, guardian, cell } = await anAbsence(ctx);
  const day = await getDay(guardian, { householdId: household.id, date: cell.date });
  expect(day.lines[0]?.children[0]).toMatchObject({
    code: "F",
    act: { kind: "return" },
    proof: { canSend: true, text: expect.stringContaining("Justificatif attendu jusqu’au dimanche 20 septembre") },
  });
});

test("the waiting list: how many wait, one’s rank, and the place that is offered", async ({ ctx }) => {
  const { guardian, taken, activity, cell, others } = await aFullEvening(ctx, { waiting: 2 });
  const actOf = async (family: { guardian: typeof guardian; household: { id: string } }) => {
    const day = await getDay(family.guardian, { householdId: family.household.id, date: cell.date });
    return day.lines[0]?.children[0]?.act;
  };
  expect(await actOf(await anotherFamily(ctx, activity))).toMatchObject({
    kind: "join",
    text: expect.stringContaining("2 enfants attendent : le vôtre serait 3e de la liste"),
  });
  expect(await actOf(nth(others, 1))).toMatchObject({ kind: "leave", text: expect.stringContaining("2e de la liste") });

  await cancelReservations(guardian, taken);
  await offerWaitingPlaces(ctx);
  expect(await actOf(nth(others, 0))).toMatchObject({ kind: "accept" });
  expect(await actOf(nth(others, 1))).toMatchObject({ text: expect.stringContaining("1er de la liste") });
});

test("another household of the child learns nothing of it", async ({ ctx }) => {
  const { household, guardian, cell, activity } = await aCart(ctx);
  await withdrawRequests(guardian, { householdId: household.id, cells: [cell] });
  const other = await anotherFamily(ctx, activity);
  const day = await getDay(other.guardian, { householdId: other.household.id, date: cell.date });
  expect(day.lines[0]?.children[0]).not.toHaveProperty("history");
  const theirs = getDay(other.guardian, { householdId: household.id, date: cell.date });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
});
