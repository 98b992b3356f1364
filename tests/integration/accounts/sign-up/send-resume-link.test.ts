import { expect } from "vitest";
import { emails } from "@/db/schema";
import { readResumeLink, sendResumeLink } from "@/lib/accounts/sign-up/send-resume-link";
import { test } from "../../../support/database";
import { linkIn } from "./requests";

test("writes a link that only the portal can write, and that says which request it is", async ({ ctx }) => {
  const target = { signUpId: "5f0c7c5e-8f6b-4c39-9f0e-0d4c6a3b2a11", email: "ines@exemple.fr" };

  await sendResumeLink(ctx, { ...target, template: "sign-up-question" });

  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "sign-up-question", recipient: target.email }]);
  const link = await linkIn(ctx, "sign-up-question");
  expect(readResumeLink(link)).toEqual(target);
  expect(readResumeLink(`${link.slice(0, -2)}AA`)).toBeUndefined();
  expect(link).not.toContain(target.signUpId);
});
