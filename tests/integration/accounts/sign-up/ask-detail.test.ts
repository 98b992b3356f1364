import { expect } from "vitest";
import { askDetail } from "@/lib/accounts/sign-up/ask-detail";
import { listSignUps } from "@/lib/accounts/sign-up/queries";
import { resumeSignUp } from "@/lib/accounts/sign-up/resume-sign-up";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { submitSignUp } from "@/lib/accounts/sign-up/submit-sign-up";
import { test } from "../../../support/database";
import { asVisitor } from "../../auth/people";
import { address, anOfficer, aSentSignUp, linkIn, rowOf } from "./requests";

test("opens the request again to the family, which answers and sends it once more", async ({ ctx }) => {
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];
  const visitor = asVisitor(ctx);

  await askDetail(agent, { id: request.id, question: "Quelle est votre nouvelle adresse ?" });
  expect(await rowOf(ctx, request.token)).toMatchObject({
    status: "information_requested",
    question: "Quelle est votre nouvelle adresse ?",
  });

  const token = await resumeSignUp(visitor, { lien: await linkIn(ctx, "sign-up-question") });
  await saveSignUp(visitor, { token, draft: { address: { ...address, street: "4 place du Marché" } } });
  await submitSignUp(visitor, { token, message: "Nous venons d’emménager." });

  expect(await listSignUps(agent)).toMatchObject([
    {
      status: "submitted",
      question: "Quelle est votre nouvelle adresse ?",
      data: { message: "Nous venons d’emménager.", address: { street: "4 place du Marché" } },
    },
  ]);
});
