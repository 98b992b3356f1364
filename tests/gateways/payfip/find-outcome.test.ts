import { expect, onTestFinished, test } from "vitest";
import { addMinutes } from "@/lib/core/calendar";
import { findOutcome } from "@/lib/payments/payfip/find-outcome";
import { readNotification } from "@/lib/payments/payfip/read-notification";
import { statusOf } from "@/lib/payments/payfip/rules";
import { type HttpAnswer, writeFault, writeReturn } from "@/lib/payments/simulator/payfip/write-answer";
import { startPeer } from "../peer";
import { aClient } from "./client";

const now = new Date("2026-09-09T08:00:00Z");
const asked = { orderReference: "R2026000123", createdAt: now, now };
const detail = {
  dattrans: "09092026",
  exer: "20",
  heurtrans: "1000",
  idOp: "0123-4567",
  mel: "camille.rousseau@exemple.fr",
  montant: "1240",
  numauto: "A55A01",
  numcli: "090909",
  objet: "Cantine",
  refdet: "R2026000123",
  resultrans: "P",
  saisie: "T",
};

async function outcomeOf(answer: Partial<typeof detail> | HttpAnswer | { xml: string }, client = aClient()) {
  const service = await startPeer(() => {
    if ("xml" in answer) return { body: answer.xml };
    return "status" in answer ? answer : writeReturn("recupererDetailPaiementSecurise", { ...detail, ...answer });
  });
  onTestFinished(service.stop);
  return findOutcome({ ...client, url: service.url }, "0123-4567", asked);
}

const { body: paid } = writeReturn("recupererDetailPaiementSecurise", detail);

test("reads every field of a result, and keeps the answer", async () => {
  expect(await outcomeOf({})).toEqual({
    reference: "0123-4567",
    status: "paid",
    amountCents: 1240,
    orderReference: "R2026000123",
    means: "card",
    bankReference: "A55A01",
    occurredAt: now,
    alert: false,
    raw: detail,
  });
});

test("reads idop where the schema says idOp", async () => {
  const xml = paid.replace("<idOp>", "<idop>").replace("</idOp>", "</idop>");
  expect(await outcomeOf({ xml })).toMatchObject({ reference: "0123-4567", status: "paid" });
});

test("reads by local name, whatever the prefixes", async () => {
  const xml = paid.replaceAll("S:", "soap-env:").replace("xmlns:S=", "xmlns:soap-env=").replaceAll("ns2", "x9");
  expect(await outcomeOf({ xml })).toMatchObject({ status: "paid" });
});

test.each([
  ["another payment", { idOp: "9999-0000" }],
  ["another client number", { numcli: "090910" }],
  ["another reference", { refdet: "R2026000124" }],
  ["a test result in production", { saisie: "T" }, aClient({ saisie: "W" })],
])("refuses the result of %s", async (_, wrong, client = aClient()) => {
  await expect(outcomeOf(wrong, client)).rejects.toMatchObject({ code: "payment_mismatch" });
});

test("refuses a result that does not say whose it is", async () => {
  const xml = paid.replace("<refdet>R2026000123</refdet>", "");
  await expect(outcomeOf({ xml })).rejects.toMatchObject({ code: "payment_mismatch", details: { field: "refdet" } });
});

test("keeps a payment under check, with an alert, when the result is a new word", async () => {
  expect(await outcomeOf({ resultrans: "Q" })).toMatchObject({ status: "pending", alert: true });
});

test("gives no amount when there is none to read", async () => {
  expect(await outcomeOf({ montant: "12,40" })).toMatchObject({ amountCents: null });
});

test.each([{ dattrans: "31022026" }, { dattrans: "" }, { heurtrans: "2561" }])(
  "survives the date %o",
  async (wrong) => {
    expect(await outcomeOf(wrong)).toMatchObject({ status: "paid", occurredAt: undefined });
  },
);

test.each([
  { element: "TechDysfonctionnementErreur", code: "999" },
  { element: "TechIndisponibiliteErreur", code: "" },
  { element: "TechProtocolaireErreur", code: "P1" },
  { element: "FonctionnelleErreur", code: "999" },
] as const)("learns nothing from the trouble %o", async (fault) => {
  expect(await outcomeOf(writeFault({ ...fault, label: "" }))).toBeNull();
});

test("tells a fault that no waiting can mend", async () => {
  const fault = writeFault({ element: "FonctionnelleErreur", code: "T1", label: "" });
  await expect(outcomeOf(fault)).rejects.toMatchObject({ code: "gateway_misconfigured" });
});

test.each([
  ["P", "paid", "paid"],
  ["V", "paid", "paid"],
  ["R", "refused", "refused"],
  ["Z", "refused", "refused"],
  ["A", "pending", "cancelled"],
  ["P5", "pending", "expired"],
  ["P3", "pending", "expired"],
  ["P4", "pending", "expired"],
  ["P1", "expired", "expired"],
  ["?", undefined, undefined],
])("%s is %s until the twentieth minute, then %s", (word, before, after) => {
  const at = (milliseconds: number) => ({ createdAt: new Date(now.getTime() - milliseconds), now });
  expect(statusOf(word, at(20 * 60_000 - 1))).toBe(before);
  expect(statusOf(word, at(20 * 60_000))).toBe(after);
  expect(statusOf(word, { createdAt: addMinutes(now, -7 * 24 * 60), now })).toBe(after);
});

test.each([
  ["idop=0123-4567", ""],
  ["idOp=0123-4567", ""],
  ["IDOP=0123-4567", ""],
  ["", "idop=0123-4567"],
  ["", "?ref=42&idOp=0123-4567"],
  ["resultrans=P&montant=1&idop=0123-4567", "idop=9999-0000"],
])("finds the idOp in body %o and query %o", (body, query) => {
  expect(readNotification(body, query)).toBe("0123-4567");
});

test.each(["", "idop=", "resultrans=P", "idop=%3Cscript%3E", `idop=${"x".repeat(65)}`])(
  "refuses the body %o",
  (body) => {
    expect(() => readNotification(body, "")).toThrow(expect.objectContaining({ code: "invalid_notification" }));
  },
);
