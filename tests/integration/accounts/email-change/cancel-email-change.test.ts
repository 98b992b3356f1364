import { expect } from "vitest";
import { cancelEmailChange, refuseEmailChange } from "@/lib/accounts/email-change/cancel-email-change";
import { confirmEmailChange } from "@/lib/accounts/email-change/confirm-email-change";
import { findOwnEmailChange } from "@/lib/accounts/email-change/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { asVisitor, eventTypes } from "../../auth/people";
import { aRequestedChange, keyIn } from "./changes";

test("one gives up: both links die", async ({ ctx }) => {
  const { holder } = await aRequestedChange(ctx);
  await cancelEmailChange(holder);
  await cancelEmailChange(holder);

  expect(await findOwnEmailChange(holder)).toBeUndefined();
  for (const template of ["email-change-old", "email-change-new"]) {
    const token = await keyIn(ctx, template);
    expect(await codeOf(confirmEmailChange(asVisitor(ctx), { token, sessionId: undefined }))).toBe("link_expired");
  }
  expect((await eventTypes(ctx)).filter((type) => type === "email-change.cancelled")).toHaveLength(1);
});

test("the reader of a mailbox refuses, once", async ({ ctx }) => {
  const { holder } = await aRequestedChange(ctx);
  const token = await keyIn(ctx, "email-change-old");
  await refuseEmailChange(asVisitor(ctx), { token });

  expect(await findOwnEmailChange(holder)).toBeUndefined();
  expect(await codeOf(refuseEmailChange(asVisitor(ctx), { token }))).toBe("link_expired");
  expect(await eventTypes(ctx)).toContain("email-change.refused");
});
