import { expect, test } from "vitest";
import type { HomeFacts } from "@/components/home/home-view";
import { toDoOf } from "@/components/home/to-do";

const now = new Date("2026-09-09T10:00:00Z");
const nothing: HomeFacts = {
  nextDeadline: null,
  opening: null,
  awaitingApproval: 0,
  offers: null,
  due: null,
  creditCents: 0,
  lastReceiptOn: null,
  papers: { missing: [], expiring: [], blocking: [] },
  newPublications: 0,
  news: [],
  email: "parent@exemple.fr",
  toComplete: 0,
  unreadThreads: 0,
  cart: { count: 0, totalCents: 0, holdExpiresAt: null },
};
const keysOf = (home: HomeFacts, toPay: Parameters<typeof toDoOf>[1] = null) =>
  toDoOf(home, toPay, now).map(({ key }) => key);

test("says nothing when nothing waits", () => {
  expect(keysOf(nothing)).toEqual([]);
});

test("puts what presses before what can wait, a payment first of all", () => {
  const home: HomeFacts = {
    ...nothing,
    papers: { missing: ["Assurance (Sohan)"], expiring: [], blocking: [] },
    offers: { count: 1, until: new Date("2026-09-09T16:00:00Z") },
    due: { cents: 1240, count: 1, on: "2026-09-12" },
    toComplete: 1,
  };
  const toPay = { count: 2, totalCents: 600, holdExpiresAt: new Date("2026-09-09T16:30:00Z"), children: ["Nahel"] };
  expect(keysOf(home, toPay)).toEqual(["payment", "offer", "invoices", "papers", "enrollments"]);
  expect(toDoOf(home, toPay, now)[0]).toMatchObject({
    title: "2 demandes à payer avant 18\u00a0h\u00a030\u00a0: 6,00\u00a0€",
    detail: "Les places de Nahel sont gardées jusque-là.",
  });
});

test("a paper without which nothing is booked presses, and says so", () => {
  const papers = { missing: ["Assurance (Sohan)", "Vaccins (Lisa)"], expiring: [], blocking: ["Assurance (Sohan)"] };
  expect(toDoOf({ ...nothing, papers, toComplete: 1 }, null, now)).toMatchObject([
    { key: "papers", title: "Une pièce à envoyer pour pouvoir réserver", isUrgent: true },
    { key: "enrollments" },
  ]);
});

test("names a paper once, with all the children it is asked for", () => {
  const missing = ["Assurance (Sohan)", "Vaccins (Sohan)", "Vaccins (Lisa)", "Justificatif de domicile"];
  expect(toDoOf({ ...nothing, papers: { missing, expiring: [], blocking: [] } }, null, now)).toMatchObject([
    { title: "4 pièces à envoyer", detail: "Assurance (Sohan), Vaccins (Sohan et Lisa), Justificatif de domicile" },
  ]);
});

test("an invoice due later is no thing to do yet", () => {
  expect(keysOf({ ...nothing, due: { cents: 1240, count: 1, on: "2026-10-30" } })).toEqual([]);
});
