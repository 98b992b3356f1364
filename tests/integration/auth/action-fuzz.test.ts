import { expect, vi } from "vitest";
import { connect } from "@/db/client";
import { type Actor, visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { openBrowser } from "./browser";
import { type Action, allActions, callsOf, outcome, refusals } from "./crawled-actions";
import { aTown, guardianOf, thingsOf } from "./crawled-town";
import { agentRoles } from "./people";
import { withHostile } from "./sample-input";

/**
 * Every action of the portal, drawn from the folder itself, called by who may, with one field after another filled with
 * what nobody types: it is refused with a sentence, or done; it never breaks.
 */

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));
vi.mock("@/lib/auth/define-action", async (original) =>
  (await import("./crawled-actions")).remembering(await original(), "defineAction"),
);
vi.mock("@/lib/auth/define-posted-action", async (original) =>
  (await import("./crawled-actions")).remembering(await original(), "definePostedAction"),
);

const hostile: unknown[] = [
  "x".repeat(20_000),
  "nul\u0000ici",
  "\ud800 seul",
  "\u202egpj.exe 👩‍👩‍👧‍👦'); drop table persons; --",
  "9007199254740993",
  "NaN",
  "9999-12-31",
  -1,
  2_147_483_648,
];

test("no field, whatever it is filled with, breaks an action", async ({ templateUrl }) => {
  openBrowser();
  const actions = await allActions();
  const { db, client } = connect(await aTown(templateUrl));
  const ctx: Context = { actor: visitor, db, now: new Date() };
  const family = await guardianOf(ctx, "parent@exemple.fr");
  const things = await thingsOf(ctx, family.householdId);
  const actors: Actor[] = [
    { kind: "guardian", ...family, householdIds: [family.householdId] },
    ...agentRoles.map((role): Actor => ({ kind: "agent", accountId: family.accountId, role })),
  ];

  /** Who gets furthest with it: one who may, if there is one. */
  const callerOf = async (action: Action, input: unknown): Promise<Actor> => {
    for (const actor of actors) if (!refusals.has((await outcome({ ...ctx, actor }, action, input)).code)) return actor;
    return actors[0] ?? visitor;
  };

  const broken = new Set<string>();
  let tried = 0;
  for (const [name, action] of actions) {
    const base = action && callsOf(action, things).at(-1);
    if (!action?.schema.safeParse(base).success) continue;
    const actor = await callerOf(action, base);
    for (const { path, input } of withHostile(base, hostile)) {
      const parsed = action.schema.safeParse(input);
      if (!parsed.success) continue;
      tried += 1;
      const { code } = await outcome({ ...ctx, actor }, action, parsed.data);
      if (code.startsWith("bug")) broken.add(`${name} ${path}: ${code}`);
    }
  }
  await client.end();
  expect([...broken]).toEqual([]);
  expect(tried).toBeGreaterThan(300);
}, 400_000);
