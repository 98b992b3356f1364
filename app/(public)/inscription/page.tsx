import type { Metadata } from "next";
import { SignUpEntry } from "@/components/accounts/sign-up/sign-up-entry";
import { SignUpStatus } from "@/components/accounts/sign-up/sign-up-status";
import { PageTitle } from "@/components/layout/page-title";
import { incompleteSteps, signUpDraftInput } from "@/lib/accounts/sign-up/input";
import { findOwnSignUp } from "@/lib/accounts/sign-up/queries";
import { currentSignUpToken } from "@/lib/accounts/sign-up/sign-up-cookie";
import { sessionContext } from "@/lib/auth/session";
import { dateOf } from "@/lib/core/calendar";

export const metadata: Metadata = { title: "Inscription" };

export default async function SignUpPage() {
  const ctx = await sessionContext();
  const signUp = await findOwnSignUp(ctx, await currentSignUpToken());
  const [toComplete = "recapitulatif"] = incompleteSteps(signUpDraftInput.parse(signUp?.data ?? {}), dateOf(ctx.now));

  return (
    <div className="mx-auto max-w-2xl">
      <PageTitle title="Inscription de votre famille" />
      {signUp ? <SignUpStatus signUp={signUp} next={toComplete} /> : <SignUpEntry />}
    </div>
  );
}
