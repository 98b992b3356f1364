import { expect } from "vitest";
import { emails } from "@/db/schema";
import { notify } from "@/lib/notifications/notify";
import { purgeEmails } from "@/lib/notifications/purge-emails";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { asVisitor, later } from "../auth/people";

const DAY = 24 * 60;

test.for([
  ["sent", "sent"],
  ["kept", "kept"],
  ["failed", "withheld"],
] as const)("a message %s a year ago is emptied; to whom and when stays", async ([status, then], { ctx }) => {
  const message = {
    template: "sign-up-refused",
    recipient: "a@exemple.fr",
    payload: { reason: "Hors commune." },
  } as const;
  await notify(ctx, { ...message, dedupeKey: "1" });
  await ctx.db
    .update(emails)
    .set({ status, sentAt: ctx.now, subject: "Refus", html: "<p>Bonjour</p>", text: "Bonjour" });

  await purgeEmails(later(ctx, 364 * DAY));
  expect(await ctx.db.select().from(emails)).toMatchObject([{ status, html: "<p>Bonjour</p>" }]);
  await purgeEmails(later(ctx, 366 * DAY));
  expect(await ctx.db.select().from(emails)).toMatchObject([
    { status: then, recipient: "a@exemple.fr", sentAt: ctx.now, subject: null, html: null, text: null, payload: {} },
  ]);
});

test("what still waits to leave is left alone, and nobody else may do it", async ({ ctx }) => {
  const message = {
    template: "sign-up-refused",
    recipient: "a@exemple.fr",
    payload: { reason: "Hors commune." },
  } as const;
  await notify(ctx, { ...message, dedupeKey: "1" });
  await purgeEmails(later(ctx, 800 * DAY));
  expect(await ctx.db.select().from(emails)).toMatchObject([{ status: "queued", payload: message.payload }]);
  expect(await codeOf(purgeEmails(asVisitor(ctx)))).toBe("unauthenticated");
});
