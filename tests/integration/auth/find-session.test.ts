import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { accounts, householdMembers, sessions } from "@/db/schema";
import { endAllSessions, endSession } from "@/lib/auth/end-sessions";
import { findSession } from "@/lib/auth/queries";
import { newToken } from "@/lib/auth/token";
import { test } from "../../support/database";
import { aGuardianAccount, aHome, anAgentAccount, aSession, eventTypes, later } from "./people";

describe("a session", () => {
  test("of a family ends after 12 idle hours", async ({ ctx }) => {
    const token = await aSession(ctx, (await aGuardianAccount(ctx)).id);
    expect(await findSession(later(ctx, 12 * 60 - 1), token)).toBeDefined();
    expect(await findSession(later(ctx, 12 * 60), token)).toBeUndefined();
  });

  test("of an agent ends after 30 idle minutes", async ({ ctx }) => {
    const token = await aSession(ctx, (await anAgentAccount(ctx, "auditor")).id);
    expect(await findSession(later(ctx, 29), token)).toBeDefined();
    expect(await findSession(later(ctx, 30), token)).toBeUndefined();
  });

  test("ends at its date, however busy", async ({ ctx }) => {
    const { id } = await aGuardianAccount(ctx);
    const token = await aSession(ctx, id, { expiresAt: later(ctx, 10).now });
    expect(await findSession(later(ctx, 9), token)).toBeDefined();
    expect(await findSession(later(ctx, 10), token)).toBeUndefined();
  });

  test("that nobody opened is nobody's", async ({ ctx }) => {
    await aSession(ctx, (await aGuardianAccount(ctx)).id);
    expect(await findSession(ctx, newToken())).toBeUndefined();
  });

  test("ends with its account, at once", async ({ ctx }) => {
    const { id } = await aGuardianAccount(ctx);
    const token = await aSession(ctx, id);
    await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, id));
    expect(await findSession(ctx, token)).toBeUndefined();
  });
});

describe("a session follows its account at once", () => {
  test("when its role changes", async ({ ctx }) => {
    const { id } = await anAgentAccount(ctx, "admin");
    const token = await aSession(ctx, id);
    await ctx.db.update(accounts).set({ role: "auditor" }).where(eq(accounts.id, id));
    expect(await findSession(ctx, token)).toMatchObject({ actor: { kind: "agent", role: "auditor" } });
  });

  test("when it leaves a household", async ({ ctx }) => {
    const { id, personId } = await aGuardianAccount(ctx);
    const token = await aSession(ctx, id);
    await ctx.db.delete(householdMembers).where(eq(householdMembers.personId, personId));
    expect(await findSession(ctx, token)).toMatchObject({ actor: { householdIds: [] }, householdId: undefined });
  });
});

describe("the households of a guardian", () => {
  test("are all theirs, and the chosen one is shown", async ({ ctx }) => {
    const { id, householdIds } = await aGuardianAccount(ctx, {}, { homes: 3 });
    const [first, , third] = householdIds;
    expect(await findSession(ctx, await aSession(ctx, id))).toMatchObject({
      actor: { householdIds },
      householdId: first,
    });
    const chosen = await aSession(ctx, id, { householdId: third });
    expect(await findSession(ctx, chosen)).toMatchObject({ householdId: third });
  });

  test("are not those of which they are only a contact, even when one was chosen", async ({ ctx }) => {
    const { id, personId, householdIds } = await aGuardianAccount(ctx);
    const contact = await aHome(ctx, personId, "contact");
    const token = await aSession(ctx, id, { householdId: contact });
    expect(await findSession(ctx, token)).toMatchObject({ actor: { householdIds }, householdId: householdIds[0] });
  });
});

describe("ending", () => {
  test("one session leaves the others open", async ({ ctx }) => {
    const { id } = await aGuardianAccount(ctx);
    const [phone, laptop] = [await aSession(ctx, id), await aSession(ctx, id)];

    await endSession(ctx, phone);

    expect(await findSession(ctx, phone)).toBeUndefined();
    expect(await findSession(ctx, laptop)).toBeDefined();
    expect(await eventTypes(ctx)).toEqual(["session.ended"]);
  });

  test("a session twice, or one that never was, changes nothing", async ({ ctx }) => {
    const token = await aSession(ctx, (await aGuardianAccount(ctx)).id);
    await endSession(ctx, token);
    await endSession(later(ctx, 5), token);
    await endSession(ctx, newToken());

    const [row] = await ctx.db.select({ endedAt: sessions.endedAt }).from(sessions);
    expect(row).toEqual({ endedAt: ctx.now });
    expect(await eventTypes(ctx)).toEqual(["session.ended"]);
  });

  test("all sessions of an account leaves those of others open", async ({ ctx }) => {
    const [mine, other] = [await aGuardianAccount(ctx), await anAgentAccount(ctx, "admin")];
    const tokens = [await aSession(ctx, mine.id), await aSession(ctx, mine.id)];
    const others = await aSession(ctx, other.id);

    await endAllSessions(ctx, mine.id);

    for (const token of tokens) expect(await findSession(ctx, token)).toBeUndefined();
    expect(await findSession(ctx, others)).toBeDefined();
    expect(await eventTypes(ctx)).toEqual(["sessions.ended"]);
  });
});
