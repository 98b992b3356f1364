import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { changeRequests, custodySchedules, guardianships } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { decideChange } from "@/lib/families/changes/decide-change";
import { listWaitingChanges } from "@/lib/families/changes/queries";
import { wordsOf } from "@/lib/families/changes/rules";
import { custodyInput } from "@/lib/families/custody/input";
import { getCustody } from "@/lib/families/custody/queries";
import { setCustody } from "@/lib/families/custody/set-custody";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, aHousehold } from "../../support/factories";
import { agent, aNamedAgent } from "./people";
import { aSharedChild } from "./two-households";

type Changes = Record<string, string>;

/** The form as a browser posts it: even weeks for the household that fills it in, from Friday at six. */
const typed = (householdId: string, childId: string, changes: Changes = {}) =>
  custodyInput.parse({
    householdId,
    childId,
    effectiveFrom: "2026-09-01",
    rhythm: "weeks",
    first: householdId,
    switchWeekday: "5",
    switchTime: "18:00",
    ...changes,
  });

const schedulesOf = ({ db }: Context, childId: string) =>
  db.select().from(custodySchedules).where(eq(custodySchedules.childId, childId));

test("an agent's schedule is in force at once, and both households read it in their own words", async ({ ctx }) => {
  const { household, guardian, child, other, otherGuardian } = await aSharedChild(ctx);
  const office = agent(ctx, "family_officer");
  expect(await setCustody(office, typed(household.id, child.id))).toEqual({ isApplied: true });

  expect(await schedulesOf(ctx, child.id)).toMatchObject([
    { rules: [{ kind: "parityWeeks", even: household.id, odd: other.id, switchWeekday: 5, switchTime: "18:00" }] },
  ]);
  const mine = await getCustody(guardian, child.id, household.id);
  const theirs = await getCustody(otherGuardian, child.id, other.id);
  expect(mine.homes.find(({ id }) => id === other.id)?.name).toBe("L’autre foyer");
  expect(theirs.homes.find(({ id }) => id === other.id)?.name).toBe("Votre foyer");
  expect(JSON.stringify(theirs)).not.toMatch(/Rousseau|Lilas/);
  expect(mine.weeks[0]?.days.map(({ householdId }) => householdId === household.id)).toEqual([
    ...Array(4).fill(false),
    ...Array(3).fill(true),
  ]);
});

test("a family asks; an agent reads it without names, accepts, and it is in force", async ({ ctx }) => {
  const { household, guardian, child, other, otherGuardian } = await aSharedChild(ctx);
  const exception = { exceptionFrom: "2026-12-28", exceptionTo: "2027-01-03", exceptionHousehold: other.id };
  const asked = await setCustody(guardian, typed(household.id, child.id, { holidays: household.id, ...exception }));
  expect(asked).toEqual({ isApplied: false });
  expect(await schedulesOf(ctx, child.id)).toEqual([]);
  expect((await getCustody(guardian, child.id, household.id)).pending).toBeDefined();
  expect((await getCustody(otherGuardian, child.id, other.id)).pending).toBeUndefined();

  const office = await aNamedAgent(ctx, "Émilie Garnier");
  const [change] = await listWaitingChanges(office);
  expect(change && wordsOf(change.field, change.newValue)).toBe(
    "À partir du 01/09/2026. Semaines paires : foyer qui demande ; semaines impaires : autre foyer ; changement le vendredi à 18\u00a0h. Première moitié des vacances : foyer qui demande les années paires, autre foyer les années impaires. Du 28/12/2026 au 03/01/2027 : autre foyer",
  );
  await decideChange(office, { id: change?.id ?? "", decision: "accept", reason: "" });

  const [schedule] = await schedulesOf(ctx, child.id);
  expect(schedule?.rules.map(({ kind }) => kind)).toEqual(["parityWeeks", "holidaysHalf", "override"]);
});

test("asking again replaces what waits", async ({ ctx }) => {
  const { household, guardian, child } = await aSharedChild(ctx);
  await setCustody(guardian, typed(household.id, child.id));
  await setCustody(guardian, typed(household.id, child.id, { rhythm: "cycle" }));
  const rows = await ctx.db.select().from(changeRequests);
  expect(rows.map(({ status }) => status).sort()).toEqual(["pending", "superseded"]);
});

test("exceptions still to come outlive a new rhythm, until they are forgotten", async ({ ctx }) => {
  const { household, child, other } = await aSharedChild(ctx);
  const office = agent(ctx, "family_officer");
  const exception = { exceptionFrom: "2026-12-28", exceptionTo: "2027-01-03", exceptionHousehold: other.id };
  await setCustody(office, typed(household.id, child.id, exception));
  await setCustody(office, typed(household.id, child.id, { rhythm: "cycle" }));
  const kinds = async () => (await schedulesOf(ctx, child.id))[0]?.rules.map(({ kind }) => kind);
  expect(await kinds()).toEqual(["pattern", "override"]);
  await setCustody(office, typed(household.id, child.id, { rhythm: "cycle", forgetExceptions: "on" }));
  expect(await kinds()).toEqual(["pattern"]);
});

test("without parental authority, without a second household, for another family: refused", async ({ ctx }) => {
  const { household, guardian, child, other, otherGuardian } = await aSharedChild(ctx);
  await expect(setCustody(otherGuardian, typed(household.id, child.id))).rejects.toMatchObject({ code: "not_found" });
  await expect(setCustody(agent(ctx, "auditor"), typed(household.id, child.id))).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await aHousehold(ctx);
  await expect(
    setCustody(guardian, typed(household.id, child.id, { first: stranger.id, holidays: stranger.id })),
  ).rejects.toMatchObject({ code: "not_found" });
  await ctx.db
    .update(guardianships)
    .set({ exercisesParentalAuthority: false })
    .where(eq(guardianships.adultId, otherGuardian.actor.personId));
  await expect(setCustody(otherGuardian, typed(other.id, child.id))).rejects.toMatchObject({ code: "forbidden" });

  const alone = await aFamilyAndAnEvening(ctx);
  await expect(
    setCustody(agent(ctx, "family_officer"), typed(alone.household.id, alone.child.id)),
  ).rejects.toMatchObject({ code: "one_household" });
  await expect(getCustody(otherGuardian, alone.child.id, other.id)).rejects.toMatchObject({ code: "not_found" });
});
