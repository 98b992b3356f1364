import { expect } from "vitest";
import { findOwnSignUp } from "@/lib/accounts/sign-up/queries";
import { resumeSignUp } from "@/lib/accounts/sign-up/resume-sign-up";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { seal } from "@/lib/core/secrets";
import { test } from "../../../support/database";
import { asVisitor } from "../../auth/people";
import { address, adult, linkIn } from "./requests";

test("hands the request over to the reader of the message, and takes it from the first browser", async ({ ctx }) => {
  const first = await saveSignUp(asVisitor(ctx), { token: undefined, draft: { adult } });
  const lien = await linkIn(ctx, "sign-up-draft");

  const second = await resumeSignUp(asVisitor(ctx), { lien });

  expect(await findOwnSignUp(ctx, second)).toMatchObject({ data: { adult } });
  expect(await findOwnSignUp(ctx, first)).toBeUndefined();
});

test("refuses what was made up, and a link to an address that was corrected since", async ({ ctx }) => {
  const refused = { code: "link_expired" };
  for (const lien of ["", "faux", seal("autre chose"), seal(JSON.stringify({ signUpId: "1", email: "x" }))]) {
    await expect(resumeSignUp(asVisitor(ctx), { lien })).rejects.toMatchObject(refused);
  }

  const token = await saveSignUp(asVisitor(ctx), { token: undefined, draft: { adult, address } });
  const old = await linkIn(ctx, "sign-up-draft");
  await saveSignUp(asVisitor(ctx), { token, draft: { adult: { ...adult, email: "autre@exemple.fr" } } });
  await expect(resumeSignUp(asVisitor(ctx), { lien: old })).rejects.toMatchObject(refused);
});
