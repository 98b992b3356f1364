import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts } from "@/db/schema";
import { beginEnrolment } from "@/lib/accounts/second-factor/begin-enrolment";
import { hashToken } from "@/lib/auth/token";
import { visitor } from "@/lib/core/actor";
import { unseal } from "@/lib/core/secrets";
import { test } from "../../../support/database";
import { anOrganization } from "../../../support/factories";
import { anAgentSigningIn, anEnrolledAgent } from "./agent";

test("proposes a key as a picture and in letters, the same until it is proved", async ({ ctx }) => {
  await anOrganization(ctx);
  const { agent } = await anAgentSigningIn(ctx);

  const first = await beginEnrolment(agent);

  expect(first.key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(decodeURIComponent(first.qrCode)).toMatch(/^data:image\/svg\+xml,<svg/);
  expect(await beginEnrolment(agent)).toEqual(first);
});

test("keeps the key sealed", async ({ ctx }) => {
  const { agent, account } = await anAgentSigningIn(ctx);
  const { key } = await beginEnrolment(agent);

  const [row] = await ctx.db.select().from(accounts).where(eq(accounts.id, account.id));

  expect(row?.totpSecret).not.toContain(key.replaceAll(" ", ""));
  expect(unseal(row?.totpSecret ?? "")).toBe(key.replaceAll(" ", ""));
  expect(row?.totpConfirmedAt).toBeNull();
});

test("shows no key once it is in place, and none to a stranger", async ({ ctx }) => {
  const { agent } = await anEnrolledAgent(ctx, hashToken);
  await expect(beginEnrolment(agent)).rejects.toMatchObject({ code: "already_enrolled" });
  await expect(beginEnrolment({ ...ctx, actor: visitor })).rejects.toMatchObject({ code: "unauthenticated" });
});
