import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AddressStep } from "@/components/accounts/sign-up/address-step";
import { AdultStep } from "@/components/accounts/sign-up/adult-step";
import { ChildrenStep } from "@/components/accounts/sign-up/children-step";
import { Review } from "@/components/accounts/sign-up/review";
import { ReviewStep } from "@/components/accounts/sign-up/review-step";
import { StepFrame } from "@/components/accounts/sign-up/step-frame";
import { stepNames } from "@/components/accounts/sign-up/step-names";
import { incompleteSteps, type SignUpDraft, signUpDraftInput } from "@/lib/accounts/sign-up/input";
import { findOwnSignUp } from "@/lib/accounts/sign-up/queries";
import { isEditable, isSignUpStep, type SignUpStep } from "@/lib/accounts/sign-up/rules";
import { currentSignUpToken } from "@/lib/accounts/sign-up/sign-up-cookie";
import { sessionContext } from "@/lib/auth/session";
import { dateOf } from "@/lib/core/calendar";
import { phoneInWords } from "@/lib/core/format-phone";

type Props = { params: Promise<{ etape: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { etape } = await params;
  return { title: isSignUpStep(etape) ? `${stepNames[etape].title} – inscription` : "Inscription" };
}

export default async function SignUpStepPage({ params }: Props) {
  const { etape: step } = await params;
  if (!isSignUpStep(step)) notFound();
  const ctx = await sessionContext();
  const signUp = await findOwnSignUp(ctx, await currentSignUpToken());
  if (signUp && !isEditable(signUp.status)) redirect("/inscription");

  const today = dateOf(ctx.now);
  const draft = signUpDraftInput.parse(signUp?.data ?? {});
  const incomplete = incompleteSteps(draft, today);
  const question = signUp?.status === "information_requested" ? signUp.question : null;
  return (
    <StepFrame step={step} incomplete={incomplete} question={question}>
      <Step step={step} draft={draft} today={today} incomplete={incomplete} isAnswer={question !== null} />
    </StepFrame>
  );
}

type StepProps = {
  step: SignUpStep;
  draft: SignUpDraft;
  today: string;
  incomplete: readonly SignUpStep[];
  isAnswer: boolean;
};

function Step({ step, draft, today, incomplete, isAnswer }: StepProps) {
  const { adult = {}, address = {}, children = [], message = "" } = draft;
  switch (step) {
    case "vous":
      return <AdultStep saved={{ ...adult, phone: phoneInWords(adult.phone ?? "") }} today={today} />;
    case "adresse":
      return <AddressStep saved={address} today={today} />;
    case "enfants":
      return <ChildrenStep saved={children} lastName={adult.lastName ?? ""} today={today} />;
    case "recapitulatif":
      return (
        <>
          <Review draft={draft} incomplete={incomplete} />
          <ReviewStep message={message} isAnswer={isAnswer} isComplete={incomplete.length === 0} />
        </>
      );
  }
}
