"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedResult, usePostedForm } from "@/components/form/use-posted-form";
import { Notice } from "@/components/ui/notice";
import { testGatewayAction } from "@/lib/payments/connection/actions";

/** Calls the bank for real, and says what it answered. */
export function TestConnection({ officeId }: { officeId: string }) {
  const { result, post } = usePostedForm(testGatewayAction);
  return (
    <form action={post} className="grid gap-3">
      <HiddenFields fields={{ officeId }} />
      <div>
        <SubmitButton>Tester la connexion</SubmitButton>
      </div>
      <div aria-live="polite">{result && <Answer result={result} />}</div>
    </form>
  );
}

function Answer({ result }: { result: PostedResult }) {
  if (!result.ok) return <Notice tone="error" title={result.error.message} />;
  const { works, sentence } = result.data as { works: boolean; sentence: string };
  return <Notice tone={works ? "success" : "error"} title={sentence} />;
}
