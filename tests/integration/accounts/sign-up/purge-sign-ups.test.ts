import { expect } from "vitest";
import { signUps } from "@/db/schema";
import { approveSignUp } from "@/lib/accounts/sign-up/approve-sign-up";
import { askDetail } from "@/lib/accounts/sign-up/ask-detail";
import { purgeSignUps } from "@/lib/accounts/sign-up/purge-sign-ups";
import { refuseSignUp } from "@/lib/accounts/sign-up/refuse-sign-up";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { test } from "../../../support/database";
import { asVisitor, later } from "../../auth/people";
import { adult, anOfficer, aSentSignUp } from "./requests";

const DAY = 24 * 60;

test("erases drafts after thirty days and refusals after ninety, and keeps what waits", async ({ ctx }) => {
  await saveSignUp(asVisitor(ctx), { token: undefined, draft: { adult } });
  const refused = await aSentSignUp(ctx);
  await refuseSignUp(await anOfficer(ctx), { id: refused.id, reason: "Hors commune" });
  const waiting = await aSentSignUp(ctx, { adult: { ...adult, email: "autre@exemple.fr" } });
  const kept = async () => (await ctx.db.select({ status: signUps.status }).from(signUps)).map((row) => row.status);

  await purgeSignUps(later(ctx, 29 * DAY));
  expect(await kept()).toHaveLength(3);
  await purgeSignUps(later(ctx, 31 * DAY));
  expect((await kept()).sort()).toEqual(["refused", "submitted"]);
  await purgeSignUps(later(ctx, 91 * DAY));
  expect(await ctx.db.select({ id: signUps.id }).from(signUps)).toEqual([{ id: waiting.id }]);
});

test("a question that is never answered ends its request; one that was approved keeps its decision only", async ({
  ctx,
}) => {
  const officer = await anOfficer(ctx);
  const asked = await aSentSignUp(ctx);
  await askDetail(officer, { id: asked.id, question: "Quelle école ?" });
  const approved = await aSentSignUp(ctx, { adult: { ...adult, email: "autre@exemple.fr" } });
  const { householdId } = await approveSignUp(officer, { id: approved.id });

  await purgeSignUps(later(ctx, 89 * DAY));
  expect(await ctx.db.$count(signUps)).toBe(2);
  await purgeSignUps(later(ctx, 91 * DAY));
  expect(await ctx.db.select().from(signUps)).toMatchObject([
    { id: approved.id, status: "approved", householdId, data: {}, email: null },
  ]);
});
