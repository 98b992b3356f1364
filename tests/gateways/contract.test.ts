import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bank } from "./banks/bank";
import { payfipBank, payfipTroubles } from "./banks/payfip-bank";
import { systempayBank, systempayTroubles } from "./banks/systempay-bank";
import { anOrder } from "./order";

describe.each([
  { name: "PayFiP", start: payfipBank, troubles: payfipTroubles },
  { name: "Systempay", start: systempayBank, troubles: systempayTroubles },
])("$name", ({ start, troubles }) => {
  let bank: Bank;
  let reference: string;

  beforeAll(async () => {
    bank = await start();
    const opened = await bank.open(anOrder());
    expect(opened.amountCents).toBe(1240);
    ({ reference } = opened);
  });
  afterAll(() => bank.stop());

  test("says what was paid, by whose reference, and when", async () => {
    const outcome = await bank.hear(reference, { end: "paid" });
    expect(outcome).toMatchObject({
      reference,
      status: "paid",
      amountCents: 1240,
      orderReference: "R2026000123",
      means: "card",
    });
    expect(outcome?.bankReference).toBeTruthy();
    expect(outcome?.occurredAt).toBeInstanceOf(Date);
    expect(outcome?.alert).toBe(false);
    expect(Object.keys(outcome?.raw ?? {}).length).toBeGreaterThan(5);
  });

  test("says what was refused", async () => {
    expect(await bank.hear(reference, { end: "refused" })).toMatchObject({ reference, status: "refused" });
  });

  test("says what was given up, once the payer cannot come back", async () => {
    const outcome = await bank.hear(reference, { end: "cancelled", minutesLater: 30 });
    expect(outcome).toMatchObject({ reference, status: "cancelled" });
  });

  test("waits for what is not finished", async () => {
    expect(await bank.hear(reference, { end: "unfinished" })).toMatchObject({ reference, status: "pending" });
  });

  test("says the same thing twice in the same words", async () => {
    const first = await bank.hear(reference, { end: "paid" });
    expect(await bank.hear(reference, { end: "paid" })).toEqual(first);
  });

  test("still hears of a payment the day after", async () => {
    const outcome = await bank.hear(reference, { end: "paid", minutesLater: 24 * 60 });
    expect(outcome).toMatchObject({ reference, status: "paid" });
  });

  test("tells the amount of the bank, for us to compare", async () => {
    expect(await bank.hear(reference, { end: "paid", amountCents: 1 })).toMatchObject({ reference, amountCents: 1 });
  });

  test("never takes a forged message for a payment", async () => {
    const outcome = await bank.hear(reference, { end: "unfinished", forged: true });
    expect(outcome?.status ?? "nothing").not.toBe("paid");
  });

  test("never takes a payment that nobody opened for ours", async () => {
    const outcome = await bank.hear(reference, { end: "paid", unknown: true });
    expect(outcome?.reference).not.toBe(reference);
  });

  test.each(troubles)("learns nothing from %s", async (trouble) => {
    expect(await bank.hear(reference, { end: "paid", trouble })).toBeNull();
  });
});

describe("PayFiP in trouble", () => {
  test.each(payfipTroubles)("opens no payment after %s, and says that it may be tried again", async (trouble) => {
    const bank = await payfipBank();
    await bank.open(anOrder());
    await bank.hear("0000", { end: "paid", trouble });
    await expect(bank.open(anOrder())).rejects.toMatchObject({ code: "gateway_unavailable" });
    bank.stop();
  });
});
