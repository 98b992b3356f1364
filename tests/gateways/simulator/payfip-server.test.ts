import { beforeEach, describe, expect, vi } from "vitest";
import { simulatedPayfipPayments as payments } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { findOutcome } from "@/lib/payments/payfip/find-outcome";
import { readClient } from "@/lib/payments/payfip/read-client";
import { answerRequest } from "@/lib/payments/simulator/payfip/answer-request";
import { endPayment } from "@/lib/payments/simulator/payfip/end-payment";
import { openPayerPage } from "@/lib/payments/simulator/payfip/open-payer-page";
import { getPayfipPage } from "@/lib/payments/simulator/payfip/queries";
import { listNotices } from "@/lib/payments/simulator/queries";
import { test } from "../../support/database";
import { anOrder } from "../order";
import { aClient } from "../payfip/client";
import { startLocalSite } from "./local-site";

const site = await startLocalSite();
const client = aClient({
  url: `${site.url}/simulateurs/payfip/tpa/services/securite`,
  payerUrl: `${site.url}/simulateurs/payfip/tpa/paiementws.web`,
  timeoutMs: 20_000,
});
const order = anOrder({ notificationUrl: `${site.url}/notification`, returnUrl: `${site.url}/retour?de=panier` });
const soon = () => ({ orderReference: order.orderReference, createdAt: new Date(), now: new Date() });

/** Opens a payment and its payer's page: gives its idOp, and the address of the page. */
async function arrive() {
  const { reference: idOp, url } = await createPayment(client, order);
  const opened = await site.follow(url);
  return { idOp, url, page: opened.headers.get("location") ?? "" };
}
const keyOf = (page: string) => page.split("/").at(-1) ?? "";

beforeEach(() => {
  site.notices.length = 0;
});

describe("the journey of a payer", () => {
  test("creates, opens, pays by card, tells the portal once, and answers for the result", async ({ committed }) => {
    const { idOp, page } = await arrive();
    expect(page).toMatch(/^\/simulateurs\/payfip\/paiement\/[0-9a-f-]{36}$/);
    expect(await findOutcome(client, idOp, soon())).toMatchObject({ status: "pending" });

    const chosen = await site.follow(`${page}/choix`, { choice: "card", scenario: "normal" });

    expect(chosen.headers.get("location")).toBe(`${page}/resultat`);
    expect(site.notices).toMatchObject([{ method: "POST", path: "/notification", body: `idop=${idOp}` }]);
    expect(site.notices[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(await findOutcome(client, idOp, soon())).toMatchObject({
      reference: idOp,
      status: "paid",
      means: "card",
      amountCents: 1240,
      orderReference: "R2026000123",
      bankReference: expect.stringMatching(/^[0-9A-F]{6}$/),
    });
    expect(await listNotices(committed)).toMatchObject([{ reference: idOp, status: 200, answer: "OK" }]);
    expect((await getPayfipPage(committed, keyOf(page))).back).toEqual({
      url: `${site.url}/retour?de=panier`,
      fields: { idop: idOp },
    });
  });

  test.for([
    ["debit", "paid", "direct_debit"],
    ["card_refused", "refused", "card"],
    ["debit_refused", "refused", "direct_debit"],
    ["cancel", "pending", undefined],
    ["close", "pending", undefined],
  ] as const)("the choice %s is %s", async ([choice, status, means], { committed: _ }) => {
    const { idOp, page } = await arrive();
    await site.follow(`${page}/choix`, { choice });
    const outcome = await findOutcome(client, idOp, soon());
    expect(outcome).toMatchObject({ status });
    expect(outcome?.means).toBe(means);
    expect(site.notices).toHaveLength(choice === "close" ? 0 : 1);
  });

  test("a second choice changes nothing and tells nobody", async ({ committed: _ }) => {
    const { idOp, page } = await arrive();
    await site.follow(`${page}/choix`, { choice: "cancel" });
    await site.follow(`${page}/choix`, { choice: "card" });
    expect(site.notices).toHaveLength(1);
    expect((await findOutcome(client, idOp, soon()))?.status).not.toBe("paid");
  });
});

describe("the payer's page", () => {
  test("opens once", async ({ committed: _ }) => {
    const { url } = await arrive();
    expect((await site.follow(url)).headers.get("location")).toBe("/simulateurs/payfip/refus?code=P3");
  });

  test.for(["", "unknown", "\u0000"])("does not open for the idOp %o", async (idOp, { committed }) => {
    expect(await openPayerPage(committed, idOp)).toEqual({ code: "P1" });
  });

  test("closes after fifteen minutes", async ({ committed }) => {
    const { reference } = await createPayment(client, order);
    // Around midnight it would be forgotten instead.
    const noon = new Date("2026-09-09T10:00:00Z");
    await committed.db.update(payments).set({ createdAt: noon });
    expect(await openPayerPage({ ...committed, now: addMinutes(noon, 16) }, reference)).toEqual({ code: "P4" });
  });

  test.for(["not-a-uuid", "00000000-0000-4000-8000-000000000000"])(
    "does not exist under %s",
    async (key, { committed }) => {
      await expect(getPayfipPage(committed, key)).rejects.toMatchObject({ code: "not_found" });
    },
  );
});

describe("a scenario", () => {
  const paidIn = async (scenario: string, delaySeconds = "1") => {
    const { idOp, page } = await arrive();
    await site.follow(`${page}/choix`, { choice: "card", scenario, delaySeconds });
    return { idOp, page };
  };

  test("none: the portal hears nothing", async ({ committed: _ }) => {
    await paidIn("none");
    expect(site.notices).toEqual([]);
  });

  test("twice: the portal hears the same thing twice", async ({ committed: _ }) => {
    const { idOp } = await paidIn("twice");
    expect(site.notices.map(({ body }) => body)).toEqual([`idop=${idOp}`, `idop=${idOp}`]);
  });

  test("late: the portal hears after the payer", async ({ committed }) => {
    await paidIn("late", "3");
    expect(site.notices).toEqual([]);
    await vi.waitFor(async () => expect(await listNotices(committed)).toHaveLength(1), { timeout: 20_000 });
  });

  test("get: notice and return are both in the query", async ({ committed }) => {
    const { idOp, page } = await paidIn("get");
    expect(site.notices).toMatchObject([{ method: "GET", path: `/notification?idop=${idOp}`, body: "" }]);
    expect((await getPayfipPage(committed, keyOf(page))).back).toEqual({
      url: `${site.url}/retour?de=panier&idop=${idOp}`,
    });
  });

  test("wrong_amount: the result is not what was asked", async ({ committed: _ }) => {
    const { idOp } = await paidIn("wrong_amount");
    expect(await findOutcome(client, idOp, soon())).toMatchObject({ status: "paid", amountCents: 1340 });
  });

  test.for(["trouble_999", "trouble_502", "trouble_timeout"])(
    "%s: one detail call learns nothing",
    async (scenario, { committed: _ }) => {
      const { idOp } = await paidIn(scenario);
      expect(await findOutcome({ ...client, timeoutMs: 500 }, idOp, soon())).toBeNull();
      expect(await findOutcome(client, idOp, soon())).toMatchObject({ status: "paid" });
    },
  );
});

describe("the service", () => {
  test("forgets the next night what nobody used, and keeps the rest", async ({ committed }) => {
    const unused = await createPayment(client, order);
    const { idOp: used } = await arrive();
    await committed.db.update(payments).set({ createdAt: addMinutes(new Date(), -24 * 60) });
    expect(await findOutcome(client, unused.reference, soon())).toMatchObject({ status: "expired" });
    expect(await findOutcome(client, used, soon())).toMatchObject({ status: "pending" });
  });

  test("knows its clients, and describes itself", async ({ committed: _ }) => {
    expect(await readClient(client)).toEqual(["COMMUNE DE DEMONSTRATION", "REGIE PERISCOLAIRE"]);
    const wsdl = await site.follow("/simulateurs/payfip/tpa/services/securite?wsdl");
    expect(await wsdl.text()).toContain(`<soap:address location="${client.url}"/>`);
    expect((await site.follow("/simulateurs/payfip/tpa/services/securite")).status).toBe(405);
  });

  test("refuses what it cannot read, and whom it does not know", async ({ committed }) => {
    expect(await answerRequest(committed, "nonsense")).toMatchObject({ status: 500 });
    await expect(readClient({ ...client, numcli: "1" })).rejects.toMatchObject({ code: "gateway_misconfigured" });
    const elsewhere = createPayment(client, anOrder({ notificationUrl: "http://elsewhere.example.org/" }));
    await expect(elsewhere).rejects.toMatchObject({ code: "gateway_misconfigured", details: { code: "N1" } });
  });

  test("a choice for a page that does not exist does nothing", async ({ committed }) => {
    const payerKey = "00000000-0000-4000-8000-000000000000";
    await endPayment(committed, { payerKey, choice: "card", scenario: "normal", delaySeconds: 1 });
    expect(site.notices).toEqual([]);
    expect((await site.follow("/simulateurs/payfip/paiement/nobody/choix", { choice: "card" })).status).toBe(400);
  });
});
