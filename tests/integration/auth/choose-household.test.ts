import { expect } from "vitest";
import { householdMembers } from "@/db/schema";
import { authenticate } from "@/lib/auth/authenticate";
import { chooseHousehold } from "@/lib/auth/choose-household";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { getCartSummary } from "@/lib/reservations/queries/cart-summary";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, anOrganization, anotherFamily } from "../../support/factories";
import { aGuardianAccount, anAgentAccount, asVisitor, home, password } from "./people";

async function signIn(ctx: Context, email: string) {
  const { token, actor } = await authenticate(asVisitor(ctx), { email, password, origin: home });
  return { token, sessionId: hashToken(token), as: { ...ctx, actor } };
}

test("a session opens on the household that was chosen, and the header offers the others", async ({ ctx }) => {
  await anOrganization(ctx);
  const { email, householdIds } = await aGuardianAccount(ctx, {}, { homes: 2 });
  const [first = "", second = ""] = householdIds;
  const { token, sessionId, as } = await signIn(ctx, email);
  expect((await findSession(ctx, token))?.householdId).toBe(first);

  await chooseHousehold(as, { householdId: second, sessionId });

  expect((await findSession(ctx, token))?.householdId).toBe(second);
  const { homes } = await getFamilyShell(as, second);
  expect(homes.map(({ id, isCurrent }) => [id, isCurrent])).toEqual(
    expect.arrayContaining([
      [first, false],
      [second, true],
    ]),
  );
});

test("someone else's household, someone else's session, an agent, a stranger: nothing changes", async ({ ctx }) => {
  const mine = await aGuardianAccount(ctx, {}, { homes: 2 });
  const theirs = await aGuardianAccount(ctx, { email: "autre@exemple.fr" });
  const { sessionId, as, token } = await signIn(ctx, mine.email);
  const other = await signIn(ctx, theirs.email);
  const [own = ""] = mine.householdIds;
  const [foreign = ""] = theirs.householdIds;

  const refused = (who: Context, choice: { householdId: string; sessionId: string }) =>
    expect(chooseHousehold(who, choice)).rejects;
  await refused(as, { householdId: foreign, sessionId }).toMatchObject({ code: "not_found" });
  await refused(as, { householdId: "", sessionId }).toMatchObject({ code: "not_found" });
  await refused(as, { householdId: own, sessionId: other.sessionId }).toMatchObject({ code: "unauthenticated" });
  await refused(asVisitor(ctx), { householdId: own, sessionId }).toMatchObject({ code: "unauthenticated" });
  const { id: accountId } = await anAgentAccount(ctx, "admin");
  const agent: Context = { ...ctx, actor: { kind: "agent", accountId, role: "admin" } };
  await refused(agent, { householdId: own, sessionId }).toMatchObject({ code: "not_found" });
  expect((await findSession(ctx, token))?.householdId).toBe(own);
});

test("two tabs cannot cross: what a tab asks goes to the household that it was drawn for", async ({ ctx }) => {
  const mine = await aFamilyAndAnEvening(ctx);
  const second = await anotherFamily(ctx, mine.activity);
  const { email, personId } = await aGuardianAccount(ctx, {}, { homes: 0 });
  for (const { household } of [mine, second]) {
    await ctx.db.insert(householdMembers).values({ householdId: household.id, personId, role: "guardian" });
  }
  const { sessionId, as } = await signIn(ctx, email);

  // The first tab shows the first household; in a second tab the session moves to the other one.
  await chooseHousehold(as, { householdId: second.household.id, sessionId });
  await requestSlots(as, { householdId: mine.household.id, cells: [mine.cell] });
  const crossed = requestSlots(as, { householdId: second.household.id, cells: [mine.cell] });

  await expect(crossed).rejects.toMatchObject({ code: "not_found" });
  expect(await getCartSummary(as, mine.household.id)).toMatchObject({ count: 1 });
  expect(await getCartSummary(as, second.household.id)).toMatchObject({ count: 0 });
});
