import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { addMinutes } from "@/lib/core/calendar";
import { cleanObjet } from "@/lib/payments/payfip/clean-objet";
import { createPayment } from "@/lib/payments/payfip/create-payment";
import { isAccepted } from "@/lib/payments/payfip/fields";
import { findOutcome } from "@/lib/payments/payfip/find-outcome";
import { readNotification } from "@/lib/payments/payfip/read-notification";
import { statusOf } from "@/lib/payments/payfip/rules";
import { readRequest } from "@/lib/payments/simulator/payfip/read-request";
import { writeReturn } from "@/lib/payments/simulator/payfip/write-answer";
import { anOrder } from "../order";
import { startPeer } from "../peer";
import { vectorsOf } from "../vectors";
import { aClient } from "./client";

const now = new Date("2026-09-09T08:00:00Z");

test.each(vectorsOf("payfip-state", { minutes_since_creation: z.number(), answer: z.string(), expected: z.string() }))(
  "$id: $answer after $minutes_since_creation minutes is $expected",
  (vector) => {
    const status = statusOf(vector.answer, { createdAt: addMinutes(now, -vector.minutes_since_creation), now });
    expect(status).toBe(vector.expected === "waiting" ? "pending" : vector.expected);
  },
);

test.each(
  vectorsOf("payfip-notification", {
    query: z.string(),
    body: z.string(),
    expected: z.object({ idOp: z.string() }),
  }),
)("$id: finds the idOp", ({ body, query, expected }) => {
  expect(readNotification(body, query)).toBe(expected.idOp);
});

test.each(vectorsOf("payfip-objet", { input: z.string(), expected: z.string() }))("$id: cleans $input", (vector) => {
  expect(cleanObjet(vector.input)).toBe(vector.expected);
});

const field = z.enum(["refdet", "montant", "numcli", "exer", "saisie", "mel"]);

test.each(vectorsOf("payfip-field", { field, value: z.string(), valid: z.boolean() }))(
  "$id: $field $value",
  ({ field, value, valid }) => {
    expect(isAccepted(field, value)).toBe(valid);
  },
);

test.each(
  vectorsOf("payfip-refdet-choice", {
    input: z.object({ transaction_id: z.string(), orderid: z.string(), subject: z.string() }),
    expected: z.object({ refdet: z.string(), objet: z.string() }),
  }),
)("$id: sends our reference as refdet and a clean objet", async ({ input, expected }) => {
  const service = await startPeer(() => writeReturn("creerPaiementSecurise", { idOp: "0123-4567" }));
  onTestFinished(service.stop);
  const order = { orderReference: input.transaction_id, subject: `O ${input.orderid} S ${input.subject}` };

  await createPayment(aClient({ url: service.url }), anOrder(order));

  expect(readRequest(service.heard[0]?.body ?? "")?.fields).toMatchObject(expected);
});

test.each(vectorsOf("payfip-datetime", { dattrans: z.string(), heurtrans: z.string(), expected_utc: z.string() }))(
  "$id: $dattrans $heurtrans is $expected_utc",
  async ({ dattrans, heurtrans, expected_utc }) => {
    const detail = { idOp: "0123-4567", numcli: "090909", refdet: "R2026000123", saisie: "T", resultrans: "P" };
    const answer = writeReturn("recupererDetailPaiementSecurise", { dattrans, heurtrans, ...detail });
    const service = await startPeer(() => answer);
    onTestFinished(service.stop);

    const outcome = await findOutcome(aClient({ url: service.url }), detail.idOp, {
      orderReference: detail.refdet,
      createdAt: now,
      now,
    });

    expect(outcome?.occurredAt).toEqual(new Date(expected_utc));
  },
);
