"use client";

import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { confirmEnrolmentAction } from "@/lib/accounts/second-factor/actions";
import type { Enrolment as Key } from "@/lib/accounts/second-factor/begin-enrolment";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";

/** Puts the second factor in place, in two steps; `enrolment` is absent once it is, and only the codes are left to read. */
export function Enrolment({ enrolment }: { enrolment: Key | undefined }) {
  const { result, post, field, summary } = usePostedForm(confirmEnrolmentAction);

  if (result?.ok) return <RecoveryCodes codes={result.data as string[]} />;
  if (!enrolment) return null;
  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      <ol className="grid gap-5">
        <li>
          <p>
            <strong>1.</strong> Dans votre application d’authentification (FreeOTP, Aegis, Google Authenticator,
            Microsoft Authenticator…), ajoutez un compte avec cette image :
          </p>
          {/* biome-ignore lint/performance/noImgElement: drawn for this page, and for this page only */}
          <img
            src={enrolment.qrCode}
            alt="Code QR de votre clé, écrite ci-dessous"
            width={200}
            height={200}
            className="mx-auto my-3 rounded-small bg-white"
          />
          <p className="text-sm text-ink-2">
            Sans appareil photo, saisissez cette clé :{" "}
            <code className="font-mono font-semibold break-words text-ink">{enrolment.key}</code>
          </p>
        </li>
        <li>
          <p className="mb-3">
            <strong>2.</strong> Saisissez le code que l’application affiche :
          </p>
          <CodeField {...field("code")} />
        </li>
      </ol>
      <SubmitButton variant="primary" wide>
        Mettre en place
      </SubmitButton>
    </form>
  );
}
