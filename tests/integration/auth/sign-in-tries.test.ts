import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { throttles } from "@/db/schema";
import { authenticate } from "@/lib/auth/authenticate";
import { newDeviceProof } from "@/lib/auth/known-device";
import type { Origin } from "@/lib/auth/request-origin";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { test } from "../../support/database";
import { aGuardianAccount, asVisitor, eventTypes, home, password } from "./people";

const email = "parent@exemple.fr";

/** The counters use the clock of the machine: only the date is ours. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-09T08:00:00Z") }));
afterEach(() => void vi.useRealTimers());
const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

type Try = { origin?: Origin; email?: string; password?: string };

/** What signing in answers: "ok", or the code of the refusal and how long to wait. */
async function answerTo(ctx: Context, attempt: Try): Promise<string> {
  try {
    await authenticate(asVisitor(ctx), { email, password, origin: home, ...attempt });
    return "ok";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === "too_many_attempts" ? String(error.details.message) : error.code;
  }
}

async function fail(ctx: Context, times: number, attempt: Try = {}): Promise<string> {
  let answer = "";
  for (let i = 0; i < times; i += 1) answer = await answerTo(ctx, { password: "Autre-Mot-2026", ...attempt });
  return answer;
}

const waitOf = (duration: string) => `Trop d’essais. Réessayez dans ${duration.replace(" ", "\u00a0")}.`;

describe("an account", () => {
  test("is locked at the sixth wrong password, even for the right one, and says until when", async ({ ctx }) => {
    await aGuardianAccount(ctx);

    expect(await fail(ctx, 5)).toBe("invalid_credentials");
    expect(await answerTo(ctx, {})).toBe(waitOf("1 minute"));
    wait(25);
    expect(await answerTo(ctx, {})).toBe(waitOf("35 secondes"));
    expect((await eventTypes(ctx)).slice(4)).toEqual(["session.refused", "throttle.locked"]);
  });

  test("opens again after the lock, which a refused try does not make longer", async ({ ctx }) => {
    await aGuardianAccount(ctx);
    await fail(ctx, 6);
    wait(59);
    expect(await answerTo(ctx, {})).toBe(waitOf("1 seconde"));
    wait(1);
    expect(await answerTo(ctx, {})).toBe("ok");
  });

  test("is locked twice as long each time", async ({ ctx }) => {
    await aGuardianAccount(ctx);
    const waits = [];
    for (const seconds of [60, 120, 240]) {
      waits.push(await fail(ctx, 6));
      wait(seconds);
    }
    expect(waits).toEqual([waitOf("1 minute"), waitOf("2 minutes"), waitOf("4 minutes")]);
  });

  test("is locked in the same way when it does not exist", async ({ ctx }) => {
    expect(await fail(ctx, 5)).toBe("invalid_credentials");
    expect(await answerTo(ctx, {})).toBe(waitOf("1 minute"));
  });

  test("forgets its wrong passwords at the right one, and after a quarter of an hour", async ({ ctx }) => {
    await aGuardianAccount(ctx);
    await fail(ctx, 4);
    expect(await answerTo(ctx, {})).toBe("ok");
    expect(await fail(ctx, 5)).toBe("invalid_credentials");
    wait(15 * 60);
    expect(await fail(ctx, 5)).toBe("invalid_credentials");
  });

  test("counts tries that are made at the same moment", async ({ committed: ctx }) => {
    await aGuardianAccount(ctx);
    const answers = await Promise.all(Array.from({ length: 20 }, () => fail(ctx, 1)));
    expect(answers.filter((answer) => answer === "invalid_credentials")).toHaveLength(5);
  });
});

describe("a stranger", () => {
  test("does not lock the person out of a device where they have signed in", async ({ ctx }) => {
    await aGuardianAccount(ctx);
    await fail(ctx, 6, { origin: { ...home, network: "198.51.100.1" } });

    expect(await answerTo(ctx, { origin: { ...home, deviceProof: newDeviceProof(email) } })).toBe("ok");
  });

  test("who stole such a device is locked there too", async ({ ctx }) => {
    await aGuardianAccount(ctx);
    const origin = { ...home, deviceProof: newDeviceProof(email) };

    expect(await fail(ctx, 6, { origin })).toBe(waitOf("1 minute"));
    expect(await answerTo(ctx, {})).toBe("ok");
  });

  test("who tries one password on many accounts is locked by network", async ({ ctx }) => {
    const tries = Array.from({ length: 101 }, (_, i) => ({ email: `parent${i}@exemple.fr` }));
    let answer = "";
    for (const attempt of tries) answer = await fail(ctx, 1, attempt);

    expect(answer).toBe(waitOf("1 minute"));
    await aGuardianAccount(ctx);
    expect(await answerTo(ctx, { origin: { ...home, network: "198.51.100.1" } })).toBe("ok");
  });
});

test("successes do not count against a network that many families share", async ({ ctx }) => {
  await aGuardianAccount(ctx);
  for (let i = 0; i < 3; i += 1) await answerTo(ctx, {});

  const rows = await ctx.db.select({ key: throttles.key, points: throttles.points }).from(throttles);
  expect(rows).toEqual([{ key: `sign-in-network:${home.network}`, points: 0 }]);
});
