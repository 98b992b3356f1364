import { readdirSync } from "node:fs";
import { beforeAll, expect, vi } from "vitest";
import type { z } from "zod";
import { connect } from "@/db/client";
import { type Actor, type AgentRole, visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { test } from "../../support/database";
import { openBrowser } from "./browser";
import { aTown, guardianOf, type Row, thingsOf } from "./crawled-town";
import { names, sampleInput } from "./sample-input";

/**
 * Every action of the portal, drawn from the folder itself, called with the ids of a family by a stranger, by another
 * family and by the agents with the fewest rights. What lets one of them through fails, unless it stands in a list below.
 */

type Action = { schema: z.ZodType; run: (ctx: Context, input: unknown) => Promise<unknown> };
const defined = vi.hoisted(() => new Map<unknown, unknown>());

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));
vi.mock("@/lib/auth/define-action", async (original) => {
  const module = await original<typeof import("@/lib/auth/define-action")>();
  const defineAction: typeof module.defineAction = (schema, run) => {
    const action = module.defineAction(schema, run);
    defined.set(action, { schema, run });
    return action;
  };
  return { ...module, defineAction };
});
vi.mock("@/lib/auth/define-posted-action", async (original) => {
  const module = await original<typeof import("@/lib/auth/define-posted-action")>();
  const definePostedAction: typeof module.definePostedAction = (schema, run, options) => {
    const action = module.definePostedAction(schema, run, options);
    defined.set(action, { schema, run });
    return action;
  };
  return { ...module, definePostedAction };
});

/** Sent before anybody is signed in, or with a link or a code of their own: each has its tests with the form that sends it. */
const openToAll = [
  "activateAccountAction",
  "activateAgentAction",
  "confirmEmailChangeAction",
  "confirmEnrolmentAction",
  "discardSignUpAction",
  "foundPortalAction",
  "giveCodeAction",
  "joinHouseholdAction",
  "refuseEmailChangeAction",
  "requestInvitationAction",
  "requestPasswordResetAction",
  "resetPasswordAction",
  "resumeSignUpAction",
  "saveSignUpAction",
  "signInAction",
  "submitSignUpAction",
];
/** Give back what was typed around an action that is called here as well, without a name of its own. */
const wrappers = ["postChangesAction", "setCustodyAction"];
/** What only touches the one who calls, whatever ids it is sent: their account, their session. */
const ownThings = [
  "cancelEmailChangeAction",
  "chooseNotificationsAction",
  "renewRecoveryCodesAction",
  "requestEmailChangeAction",
  "withdrawDeletionAction",
];
/** What the agents with the fewest rights may do, beside what is their own. */
const mayDo: Partial<Record<AgentRole, string[]>> = {
  animator: ["recordTapsAction"],
  // Read, though it is asked by an action.
  auditor: ["dayAction", "previewAbsenceAction", "previewCancellationsAction"],
};

const actions = new Map<string, Action | undefined>();
beforeAll(async () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) => /actions\.ts$/.test(name));
  for (const file of files) {
    const module = (await import(`@/lib/${file}`)) as Record<string, unknown>;
    for (const [name, action] of Object.entries(module)) actions.set(name, defined.get(action) as Action | undefined);
  }
  const named = new Set(actions.values());
  const unnamed = [...defined.values()].filter((action) => !named.has(action as Action));
  for (const [index, action] of unnamed.entries()) actions.set(`unnamed ${index + 1}`, action as Action);
});

class Undone extends Error {}

/** What came of the action, of which nothing is kept: the code of a refusal, or "done". */
async function outcome(ctx: Context, { run }: Action, input: unknown): Promise<string> {
  const work = ctx.db.transaction(async (db) => {
    await run({ ...ctx, db }, input);
    throw new Undone();
  });
  return work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Undone) return "done";
      if (error instanceof DomainError) return error.code;
      const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
      return digest.startsWith("NEXT_REDIRECT") ? "done" : `bug: ${error}`;
    },
  );
}

/** How each action is called: once with every kind of thing as its plain `id`, where it has one. */
function callsOf({ schema }: Action, things: Row[]): unknown[] {
  const samples = (names(schema, "id") ? things : things.slice(-1)).map((known) => sampleInput(schema, known));
  const taken = samples.flatMap((sample) => {
    const parsed = schema.safeParse(sample);
    return parsed.success ? [parsed.data] : [];
  });
  return taken.length > 0 ? taken : samples.slice(-1);
}

const refusals = new Set(["unauthenticated", "forbidden", "not_found"]);

test("each action refuses a stranger, another family, and agents without the right", async ({ templateUrl }) => {
  openBrowser();
  const { db, client } = connect(await aTown(templateUrl));
  const ctx: Context = { actor: visitor, db, now: new Date() };
  const { householdId } = await guardianOf(ctx, "parent@exemple.fr");
  const other = await guardianOf(ctx, "parent2@exemple.fr");
  const things = await thingsOf(ctx, householdId);
  const callers: [string, Actor, string[]][] = [
    ["a stranger", visitor, []],
    ["another family", { kind: "guardian", ...other, householdIds: [other.householdId] }, ownThings],
    ...Object.entries(mayDo).map(([role, may]): [string, Actor, string[]] => [
      role,
      { kind: "agent", accountId: other.accountId, role: role as AgentRole },
      [...ownThings, ...may],
    ]),
  ];

  const through: string[] = [];
  for (const [name, action] of actions) {
    if (!action) continue;
    const calls = callsOf(action, things);
    for (const [who, actor, may] of callers) {
      if (may.includes(name)) continue;
      const codes = new Set<string>();
      for (const input of calls) codes.add(await outcome({ ...ctx, actor }, action, input));
      const wrong = [...codes].filter((code) => !refusals.has(code));
      if (wrong.length > 0) through.push(`${name} for ${who}: ${wrong.join(", ")}`);
    }
  }
  await client.end();
  expect(through).toEqual([]);
}, 120_000);

test("what is sent before anybody is signed in is on the list", () => {
  const open = [...actions].filter(([, action]) => !action).map(([name]) => name);
  expect(open.sort()).toEqual([...openToAll, ...wrappers].sort());
});
