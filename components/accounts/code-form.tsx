"use client";

import { useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { giveCodeAction } from "@/lib/accounts/second-factor/actions";
import { CodeField } from "./code-field";

/** The second step of signing in; the field takes a recovery code as well, with or without script. */
export function CodeForm({ retour }: { retour: string | undefined }) {
  const { post, field, summary } = usePostedForm(giveCodeAction);
  const [hasPhone, setHasPhone] = useState(true);
  const looks = hasPhone
    ? { hint: "Votre application l’affiche ; il change toutes les 30 secondes." }
    : { label: "Code de secours", inputMode: "text" as const, hint: "Comme abcde-fghjk. Il ne sert qu’une fois." };

  return (
    <form action={post} noValidate className="grid gap-5">
      <FormSummary {...summary} />
      {retour && <input type="hidden" name="retour" value={retour} />}
      <CodeField {...field("code")} {...looks} />
      <SubmitButton variant="primary" wide>
        Continuer
      </SubmitButton>
      <Button variant="ghost" onClick={() => setHasPhone(!hasPhone)} className="noscript:hidden">
        {hasPhone ? "Je n’ai pas mon téléphone" : "J’ai mon téléphone"}
      </Button>
    </form>
  );
}
