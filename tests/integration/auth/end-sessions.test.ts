import { describe, expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { endOtherSessions, endOwnSession } from "@/lib/auth/end-sessions";
import { findSession, listOwnSessions } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../support/database";
import { aGuardianAccount, anAgentAccount, aSession, as, asVisitor, eventTypes, later } from "./people";

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0";

describe("the list of one's sessions", () => {
  test("has this one first, then the last used, and says which devices they are", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);
    const here = await aSession(ctx, account.id, { lastSeenAt: later(ctx, -20).now });
    const phone = await aSession(ctx, account.id, { lastSeenAt: later(ctx, -90).now });
    const desk = await aSession(ctx, account.id, { userAgent: firefox });

    const sessions = await listOwnSessions(as(ctx, account), hashToken(here));

    expect(sessions.map(({ id }) => id)).toEqual([here, desk, phone].map(hashToken));
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
    expect(sessions[1]).toEqual({
      id: hashToken(desk),
      isCurrent: false,
      device: "Firefox sur Windows",
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
    });
  });

  test("leaves out what is ended, expired or idle, and everybody else's", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);
    const here = await aSession(ctx, account.id);
    await aSession(ctx, account.id, { endedAt: ctx.now });
    await aSession(ctx, account.id, { expiresAt: ctx.now });
    await aSession(ctx, account.id, { lastSeenAt: later(ctx, -12 * 60).now });
    await aSession(ctx, (await anAgentAccount(ctx, "admin")).id);

    expect(await listOwnSessions(as(ctx, account), hashToken(here))).toHaveLength(1);
  });

  test("forgets an agent's session sooner", async ({ ctx }) => {
    const agent = await anAgentAccount(ctx, "admin");
    const here = await aSession(ctx, agent.id);
    await aSession(ctx, agent.id, { lastSeenAt: later(ctx, -30).now });

    expect(await listOwnSessions(as(ctx, agent), hashToken(here))).toHaveLength(1);
  });

  test("is nobody else's to read", async ({ ctx }) => {
    await expect(listOwnSessions(asVisitor(ctx), "")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(listOwnSessions(ctx, "")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("ending one session", () => {
  test("signs that device out, leaves the others, and its trace", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);
    const [here, lost] = [await aSession(ctx, account.id), await aSession(ctx, account.id)];

    await endOwnSession(as(ctx, account), { sessionId: hashToken(lost) });

    expect(await findSession(ctx, lost)).toBeUndefined();
    expect(await findSession(ctx, here)).toBeDefined();
    expect(await ctx.db.select({ type: auditEvents.type, by: auditEvents.accountId }).from(auditEvents)).toEqual([
      { type: "session.ended", by: account.id },
    ]);
  });

  test("refuses someone else's like a missing one, and like one ended already", async ({ ctx }) => {
    const [mine, other] = [await aGuardianAccount(ctx), await anAgentAccount(ctx, "admin")];
    const [lost, theirs] = [await aSession(ctx, mine.id), await aSession(ctx, other.id)];
    const end = (sessionId: string) => endOwnSession(as(ctx, mine), { sessionId });
    await end(hashToken(lost));

    const refused = { code: "not_found", details: { message: "Cet appareil n’est plus connecté." } };
    await expect(end(hashToken(theirs))).rejects.toMatchObject(refused);
    await expect(end("inconnue")).rejects.toMatchObject(refused);
    await expect(end(hashToken(lost))).rejects.toMatchObject(refused);
    expect(await findSession(ctx, theirs)).toBeDefined();
    expect(await eventTypes(ctx)).toEqual(["session.ended"]);
  });

  test("is refused to a stranger", async ({ ctx }) => {
    const token = await aSession(ctx, (await aGuardianAccount(ctx)).id);
    const end = endOwnSession(asVisitor(ctx), { sessionId: hashToken(token) });
    await expect(end).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("ending the others", () => {
  test("keeps this session and everybody else's, twice as well as once", async ({ ctx }) => {
    const [mine, other] = [await aGuardianAccount(ctx), await anAgentAccount(ctx, "admin")];
    const [here, theirs] = [await aSession(ctx, mine.id), await aSession(ctx, other.id)];
    const lost = [await aSession(ctx, mine.id), await aSession(ctx, mine.id)];

    await endOtherSessions(as(ctx, mine), hashToken(here));
    await endOtherSessions(as(ctx, mine), hashToken(here));

    for (const token of lost) expect(await findSession(ctx, token)).toBeUndefined();
    for (const token of [here, theirs]) expect(await findSession(ctx, token)).toBeDefined();
    expect(await ctx.db.select({ data: auditEvents.data }).from(auditEvents).orderBy(auditEvents.id)).toEqual([
      { data: { count: 2 } },
      { data: { count: 0 } },
    ]);
  });

  test("is refused to a stranger", async ({ ctx }) => {
    await expect(endOtherSessions(asVisitor(ctx), "")).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
