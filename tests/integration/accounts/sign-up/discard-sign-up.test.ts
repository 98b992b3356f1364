import { expect } from "vitest";
import { discardSignUp } from "@/lib/accounts/sign-up/discard-sign-up";
import { findOwnSignUp } from "@/lib/accounts/sign-up/queries";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { test } from "../../../support/database";
import { asVisitor } from "../../auth/people";
import { adult, aSentSignUp } from "./requests";

test("erases one's draft, and nothing that was sent or is someone else's", async ({ ctx }) => {
  const visitor = asVisitor(ctx);
  const draft = await saveSignUp(visitor, { token: undefined, draft: { adult } });
  const other = await saveSignUp(visitor, { token: undefined, draft: { adult } });
  const sent = await aSentSignUp(ctx, { adult: { ...adult, email: "sent@exemple.fr" } });

  for (const token of [draft, sent.token, undefined, "faux"]) await discardSignUp(visitor, token);

  expect(await findOwnSignUp(visitor, draft)).toBeUndefined();
  expect(await findOwnSignUp(visitor, other)).toBeDefined();
  expect(await findOwnSignUp(visitor, sent.token)).toMatchObject({ status: "submitted" });
});
