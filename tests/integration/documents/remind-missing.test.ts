import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, documentRequirements, documents, emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { remindMissing } from "@/lib/documents/remind-missing";
import { test } from "../../support/database";
import { anActivity, anotherFamily, later } from "../../support/factories";
import { aFamily, asAgent, send } from "./people";

const DAY = 1440;
const mails = ({ db }: Context) => db.$count(emails);

async function anIncompleteFamily(ctx: Context) {
  await ctx.db.insert(documentRequirements).values({
    kind: "insurance",
    label: "Assurance",
    appliesTo: "child",
    validity: { kind: "schoolYear" },
  });
  return anotherFamily(ctx, await anActivity(ctx));
}

test("once a month, until the paper is sent, and again once it is refused or over", async ({ ctx }) => {
  const { household, child, guardian } = await anIncompleteFamily(ctx);
  await aFamily(ctx); // enrolled nowhere: nothing is asked of it yet
  await remindMissing(ctx);
  await remindMissing(later(ctx, DAY));
  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "document-missing" }]);

  await remindMissing(later(ctx, 30 * DAY));
  expect(await mails(ctx)).toBe(2);
  const id = await send(guardian, household.id, { personId: child.id });
  await remindMissing(later(ctx, 60 * DAY));
  await ctx.db.update(documents).set({ status: "valid", validUntil: "2026-12-31" }).where(eq(documents.id, id));
  await remindMissing(later(ctx, 90 * DAY));
  expect(await mails(ctx)).toBe(2);
  await remindMissing(later(ctx, 120 * DAY));
  expect(await mails(ctx)).toBe(3);
});

test("not to who wants no reminder, whose account is closed, nor by hand", async ({ ctx }) => {
  const { guardian } = await anIncompleteFamily(ctx);
  const account = eq(accounts.id, guardian.actor.accountId);
  await ctx.db
    .update(accounts)
    .set({ notifications: { reminders: false, news: true } })
    .where(account);
  await remindMissing(ctx);
  await ctx.db.update(accounts).set({ notifications: null, disabledAt: ctx.now }).where(account);
  await remindMissing(ctx);
  expect(await mails(ctx)).toBe(0);
  await expect(remindMissing(asAgent(ctx, "admin"))).rejects.toMatchObject({ code: "forbidden" });
});
