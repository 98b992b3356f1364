import * as argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import { accounts, auditEvents, emails, sessions } from "@/db/schema";
import { authenticate } from "@/lib/auth/authenticate";
import { newDeviceProof } from "@/lib/auth/known-device";
import * as passwords from "@/lib/auth/password";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../support/database";
import { statementsOf } from "../../support/statements";
import { aGuardianAccount, anAgentAccount, asVisitor, eventTypes, home, password } from "./people";

// The real library, of which the calls are seen.
vi.mock("@node-rs/argon2", { spy: true });
const argon2Verify = vi.mocked(argon2.verify);

const email = "parent@exemple.fr";
const refused = expect.objectContaining({ code: "invalid_credentials" });

describe("the right password", () => {
  test("opens a family's session for 30 days and leaves its trace", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);

    const session = await authenticate(asVisitor(ctx), { email, password, origin: home });

    const actor = {
      kind: "guardian",
      accountId: account.id,
      personId: account.personId,
      householdIds: account.householdIds,
    };
    expect(session).toMatchObject({ actor, expiresAt: new Date("2026-10-09T08:00:00Z") });
    expect(await findSession(ctx, session.token)).toMatchObject({
      actor,
      account: { displayName: "Camille Durand", email },
    });
    const [event] = await ctx.db.select().from(auditEvents);
    expect(event).toMatchObject({ type: "session.opened", accountId: account.id, actorKind: "guardian" });
  });

  test("opens an agent's session for 10 hours", async ({ ctx }) => {
    await anAgentAccount(ctx, "admin");

    const session = await authenticate(asVisitor(ctx), { email: "agent@exemple.fr", password, origin: home });

    expect(session).toMatchObject({
      actor: { kind: "agent", role: "admin" },
      expiresAt: new Date("2026-09-09T18:00:00Z"),
    });
  });

  test("gives a new token each time, of which the database keeps only the hash", async ({ ctx }) => {
    await aGuardianAccount(ctx);

    const first = await authenticate(asVisitor(ctx), { email, password, origin: home });
    const second = await authenticate(asVisitor(ctx), { email, password, origin: home });

    expect(first.token).not.toBe(second.token);
    const rows = await ctx.db.select().from(sessions);
    expect(rows.map(({ tokenHash }) => tokenHash).sort()).toEqual(
      [first, second].map((s) => hashToken(s.token)).sort(),
    );
    expect(JSON.stringify(rows)).not.toContain(first.token);
  });
});

describe("the same refusal", () => {
  test("answers a wrong password", async ({ ctx }) => {
    const account = await aGuardianAccount(ctx);

    await expect(authenticate(asVisitor(ctx), { email, password: "Autre-Mot-2026", origin: home })).rejects.toEqual(
      refused,
    );

    expect(await ctx.db.select().from(sessions)).toEqual([]);
    const [event] = await ctx.db.select().from(auditEvents);
    expect(event).toMatchObject({ type: "session.refused", subjectId: account.id, actorKind: "visitor" });
  });

  test("answers an unknown account, after as much hashing", async ({ ctx }) => {
    const verify = vi.spyOn(passwords, "verifyPassword");

    await expect(authenticate(asVisitor(ctx), { email, password, origin: home })).rejects.toEqual(refused);

    expect(verify).toHaveBeenCalledWith(undefined, password);
    expect(await eventTypes(ctx)).toEqual(["session.refused"]);
    expect(JSON.stringify(await ctx.db.select().from(auditEvents))).not.toContain(email);
  });

  test("costs the same statements and one check of a hash, whatever the account is", async ({ committed: ctx }) => {
    await aGuardianAccount(ctx);
    await aGuardianAccount(ctx, { email: "ferme@exemple.fr", disabledAt: ctx.now });
    await aGuardianAccount(ctx, { email: "sans-mot-de-passe@exemple.fr", passwordHash: null });
    const costOf = async (email: string) => {
      argon2Verify.mockClear();
      const origin = { ...home, network: email };
      const statements = await statementsOf(ctx, () =>
        authenticate(asVisitor(ctx), { email, password: "Autre-Mot-2026", origin }).catch(() => undefined),
      );
      const hashes = argon2Verify.mock.calls.map(([hash]) => `${hash}`.split("$").slice(0, 4).join("$"));
      return { statements, hashes };
    };
    const known = await costOf(email);
    expect(known.hashes).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
    for (const other of ["inconnu@exemple.fr", "ferme@exemple.fr", "sans-mot-de-passe@exemple.fr"]) {
      expect(await costOf(other)).toEqual(known);
    }
  });

  test("answers a disabled account", async ({ ctx }) => {
    await aGuardianAccount(ctx, { disabledAt: ctx.now });

    await expect(authenticate(asVisitor(ctx), { email, password, origin: home })).rejects.toEqual(refused);
  });

  test("answers an account that has no password yet", async ({ ctx }) => {
    await aGuardianAccount(ctx, { passwordHash: null });

    await expect(authenticate(asVisitor(ctx), { email, password, origin: home })).rejects.toEqual(refused);
  });

  test("answers an account that is neither a guardian's nor an agent's", async ({ ctx }) => {
    const { id } = await aGuardianAccount(ctx);
    await ctx.db.update(accounts).set({ personId: null }).where(eq(accounts.id, id));

    await expect(authenticate(asVisitor(ctx), { email, password, origin: home })).rejects.toEqual(refused);
  });
});

test("tells of a device never seen, but not of the first one, nor of one that is known", async ({ ctx }) => {
  await aGuardianAccount(ctx);
  const signIn = (origin: typeof home) => authenticate(asVisitor(ctx), { email, password, origin });
  await signIn(home);
  expect(await ctx.db.$count(emails)).toBe(0);
  await signIn({ ...home, deviceProof: newDeviceProof(email) });
  expect(await ctx.db.$count(emails)).toBe(0);
  await signIn({ ...home, deviceProof: newDeviceProof("autre@exemple.fr") });
  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "new-device", recipient: email }]);
});
