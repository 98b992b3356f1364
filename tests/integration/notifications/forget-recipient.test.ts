import { expect } from "vitest";
import { emails } from "@/db/schema";
import { forgetRecipient } from "@/lib/notifications/forget-recipient";
import { notify } from "@/lib/notifications/notify";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { asVisitor } from "../auth/people";

test("empties what left, and leaves what waits", async ({ ctx }) => {
  const message = {
    template: "sign-up-refused",
    recipient: "a@exemple.fr",
    payload: { reason: "Hors commune." },
  } as const;
  await notify(ctx, { ...message, dedupeKey: "1" });
  await ctx.db.update(emails).set({ status: "sent", html: "<p>Bonjour</p>" });
  await notify(ctx, { ...message, dedupeKey: "2" });
  await forgetRecipient(ctx, "a@exemple.fr");
  const rows = await ctx.db.select().from(emails).orderBy(emails.dedupeKey);
  expect(rows).toMatchObject([
    { recipient: "adresse supprimée", html: null, payload: {} },
    { recipient: "a@exemple.fr" },
  ]);
  expect(await codeOf(forgetRecipient(asVisitor(ctx), "a@exemple.fr"))).toBe("unauthenticated");
});
