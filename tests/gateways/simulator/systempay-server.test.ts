import { beforeEach, describe, expect, vi } from "vitest";
import { getNotice, listNotices, listSimulatedPayments } from "@/lib/payments/simulator/queries";
import { getSystempayPage } from "@/lib/payments/simulator/systempay/queries";
import { simulatedShop } from "@/lib/payments/simulator/systempay/shop";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { readMessage } from "@/lib/payments/systempay/read-message";
import { test } from "../../support/database";
import { anOrder } from "../order";
import { startLocalSite } from "./local-site";

const site = await startLocalSite();
const shop = { ...simulatedShop, url: `${site.url}/simulateurs/systempay/vads-payment` };
const card = { card: "4970100000000000", month: "6", year: "2030", code: "123" };

function aForm() {
  const urls = { notificationUrl: `${site.url}/notification`, returnUrl: `${site.url}/retour` };
  const {
    fields = {},
    url,
    reference,
  } = openPayment(shop, { ...anOrder({ ...urls, now: new Date() }), transId: "000123" });
  return { fields, url, reference };
}

/** Posts a form as a browser does, and follows it to the payer's page. */
async function arrive() {
  const { fields, url, reference } = aForm();
  const answer = await site.follow(url, fields);
  const page = answer.headers.get("location") ?? "";
  return { page, id: page.split("/").at(-1) ?? "", reference };
}

beforeEach(() => {
  site.notices.length = 0;
});

describe("the journey of a payer", () => {
  test("pays by card, tells the portal, and goes back with a signed result", async ({ committed }) => {
    const { page, id, reference } = await arrive();
    expect(await getSystempayPage(committed, id)).toMatchObject({
      siteId: "12345678",
      orderReference: "R2026000123",
      amountCents: 1240,
      status: null,
      back: null,
    });

    const paid = await site.follow(`${page}/valider`, { ...card, scenario: "normal" });

    expect(paid.headers.get("location")).toBe(`${page}/resultat`);
    expect(site.notices).toMatchObject([{ method: "POST", path: "/notification" }]);
    expect(readMessage(simulatedShop, site.notices[0]?.body ?? "")).toMatchObject({
      kind: "payment",
      outcome: { reference, status: "paid", amountCents: 1240, orderReference: "R2026000123" },
    });
    const { back } = await getSystempayPage(committed, id);
    expect(readMessage(simulatedShop, new URL(back?.url ?? "").search.slice(1))).toMatchObject({
      outcome: { reference, status: "paid" },
    });
    expect(await listNotices(committed)).toMatchObject([{ reference, status: 200, answer: "OK" }]);
  });

  test("gives up", async ({ committed: _ }) => {
    const { page } = await arrive();
    await site.follow(`${page}/abandonner`, { card: "", scenario: "normal" });
    expect(readMessage(simulatedShop, site.notices[0]?.body ?? "")).toMatchObject({ outcome: { status: "cancelled" } });
  });

  test("ends once", async ({ committed: _ }) => {
    const { page } = await arrive();
    await site.follow(`${page}/valider`, { ...card, card: "4970100000000098" });
    await site.follow(`${page}/valider`, card);
    expect(site.notices).toHaveLength(1);
    expect(readMessage(simulatedShop, site.notices[0]?.body ?? "")).toMatchObject({ outcome: { status: "refused" } });
  });

  test("is shown again where the card is not a test card", async ({ committed: _ }) => {
    const { page } = await arrive();
    const answer = await site.follow(`${page}/valider`, { ...card, card: "4111 1111 1111 1111" });
    expect(answer.headers.get("location")).toBe(`${page}?erreur=carte`);
    expect(site.notices).toEqual([]);
  });
});

describe("the gateway", () => {
  test("burns a trans_id for its shop and day", async ({ committed: _ }) => {
    const { fields, url } = aForm();
    await site.follow(url, fields);
    expect((await site.follow(url, fields)).headers.get("location")).toBe("/simulateurs/systempay/refus?champ=03");
  });

  test("refuses a form that was touched", async ({ committed: _ }) => {
    const { fields, url } = aForm();
    const answer = await site.follow(url, { ...fields, vads_amount: "1" });
    expect(answer.headers.get("location")).toBe("/simulateurs/systempay/refus?champ=00");
  });

  test.for(["not-a-uuid", "00000000-0000-4000-8000-000000000000"])(
    "has no page under %s",
    async (id, { committed }) => {
      await expect(getSystempayPage(committed, id)).rejects.toMatchObject({ code: "not_found" });
    },
  );
});

describe("a scenario", () => {
  test("late: the portal hears after the payer", async ({ committed }) => {
    const { page } = await arrive();
    await site.follow(`${page}/valider`, { ...card, scenario: "late", delaySeconds: "3" });
    expect(site.notices).toEqual([]);
    await vi.waitFor(async () => expect(await listNotices(committed)).toHaveLength(1), { timeout: 20_000 });
  });

  test("wrong_signature: the notice proves nothing, the return is true", async ({ committed }) => {
    const { page, id } = await arrive();
    await site.follow(`${page}/valider`, { ...card, scenario: "wrong_signature" });
    expect(() => readMessage(simulatedShop, site.notices[0]?.body ?? "")).toThrow();
    const { back } = await getSystempayPage(committed, id);
    expect(readMessage(simulatedShop, new URL(back?.url ?? "").search.slice(1))).toMatchObject({ kind: "payment" });
  });
});

describe("the back office", () => {
  test("refunds with a message of its own, and leaves the payment as it is", async ({ committed }) => {
    const { page, id } = await arrive();
    await site.follow(`${page}/valider`, card);
    await site.follow(`${page}/operation`, { operation: "refund" });
    expect(readMessage(simulatedShop, site.notices[1]?.body ?? "")).toMatchObject({ kind: "refund" });
    expect(await getSystempayPage(committed, id)).toMatchObject({ status: "AUTHORISED" });
  });

  test("cancels before capture", async ({ committed }) => {
    const { page, id } = await arrive();
    await site.follow(`${page}/valider`, card);
    await site.follow(`${page}/operation`, { operation: "cancel" });
    expect(readMessage(simulatedShop, site.notices[1]?.body ?? "")).toMatchObject({ outcome: { status: "cancelled" } });
    expect(await listSimulatedPayments(committed)).toMatchObject({
      payfip: [],
      systempay: [{ id, status: "CANCELLED" }],
    });
  });

  test("does nothing to a payment that has not ended", async ({ committed: _ }) => {
    const { page } = await arrive();
    await site.follow(`${page}/operation`, { operation: "capture" });
    expect(site.notices).toEqual([]);
  });

  test("sends a notice again as it was", async ({ committed }) => {
    const { page } = await arrive();
    await site.follow(`${page}/valider`, card);
    const [notice] = await listNotices(committed);
    await site.follow(`/simulateurs/notifications/${notice?.id}/renvoi`, {});
    expect(site.notices.map(({ body }) => body)).toEqual([notice?.body, notice?.body]);
    await expect(getNotice(committed, Number("x"))).rejects.toMatchObject({ code: "not_found" });
    await expect(getNotice(committed, 999)).rejects.toMatchObject({ code: "not_found" });
  });
});
