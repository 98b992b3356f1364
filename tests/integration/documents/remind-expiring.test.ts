import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, documentRequirements, documents, emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { remindExpiring } from "@/lib/documents/remind-expiring";
import { test } from "../../support/database";
import { aPng } from "../../support/files";
import { aFamily, send } from "./people";

const isAsked = ({ db }: Context, kind: string) =>
  db.insert(documentRequirements).values({
    kind,
    label: `Très ${kind}`,
    appliesTo: "child",
    validity: { kind: "schoolYear" },
  });

const accept = ({ db }: Context, id: string, validUntil: string) =>
  db.update(documents).set({ status: "valid", validUntil }).where(eq(documents.id, id));

const on = (ctx: Context, date: string): Context => ({ ...ctx, now: new Date(`${date}T06:00:00Z`) });

test("a family is told a month before, a week before and at the end, once each, in words that say nothing", async ({
  ctx,
}) => {
  await isAsked(ctx, "insurance");
  await isAsked(ctx, "vaccination");
  const { household, child, guardian } = await aFamily(ctx);
  for (const kind of ["insurance", "vaccination"]) {
    await accept(ctx, await send(guardian, household.id, { personId: child.id, kind }), "2026-10-31");
  }

  const told = async (date: string) => {
    await remindExpiring(on(ctx, date));
    return ctx.db.$count(emails);
  };
  expect(await told("2026-09-30")).toBe(0);
  expect(await told("2026-10-01")).toBe(1); // two documents, one end, one message
  expect(await told("2026-10-02")).toBe(1);
  expect(await told("2026-10-24")).toBe(2);
  expect(await told("2026-10-31")).toBe(2);
  expect(await told("2026-11-01")).toBe(3); // it has ended
  expect(await told("2026-11-02")).toBe(3);
  const written = JSON.stringify(await ctx.db.select().from(emails));
  expect(written).not.toMatch(/Très|Nahel|vaccin/);
});

test("what was replaced is no news, nor what is asked no more, nor whoever wants no reminder", async ({ ctx }) => {
  await isAsked(ctx, "insurance");
  const { household, child, guardian } = await aFamily(ctx);
  await accept(ctx, await send(guardian, household.id, { personId: child.id }), "2026-10-31");
  await accept(ctx, await send(guardian, household.id, { personId: child.id, kind: "old" }), "2026-10-31");
  const day = on(ctx, "2026-10-15");

  await ctx.db
    .update(accounts)
    .set({ notifications: { reminders: false, news: true } })
    .where(eq(accounts.id, guardian.actor.accountId));
  await remindExpiring(day);
  expect(await ctx.db.$count(emails)).toBe(0);

  await ctx.db.update(accounts).set({ notifications: null }).where(eq(accounts.id, guardian.actor.accountId));
  const later = { ...guardian, now: new Date(ctx.now.getTime() + 1000) };
  await send(later, household.id, { personId: child.id, bytes: await aPng() });
  await remindExpiring(day);
  expect(await ctx.db.$count(emails)).toBe(0);
});

test("only the portal itself reminds", async ({ ctx }) => {
  const { guardian } = await aFamily(ctx);
  await expect(remindExpiring(guardian)).rejects.toMatchObject({ code: "forbidden" });
});
