"use client";

import { CalendarPlus } from "lucide-react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { inputClass } from "@/components/form/text-field";
import { usePostedForm } from "@/components/form/use-posted-form";
import { Button } from "@/components/ui/button";
import { lookOf } from "@/components/ui/button-look";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import { closeFeedAction, openFeedAction } from "@/lib/accounts/feeds/actions";
import { dateInWords } from "@/lib/core/format-date";

type Props = {
  householdId: string;
  /** Civil date from which there has been an address. */
  since: string | undefined;
};

/** The household's days in the calendar of one's telephone, at an address that only its owner knows. */
export function FeedCard({ householdId, since }: Props) {
  const opening = usePostedForm(openFeedAction);
  const closing = usePostedForm(closeFeedAction);
  const url = since && opening.result?.ok ? (opening.result.data as { url: string }).url : undefined;

  return (
    <>
      <p className="text-ink-2">
        Les jours réservés pour vos enfants, dans l’agenda de votre téléphone ou de votre ordinateur. Ils s’y mettent à
        jour seuls, en quelques heures.
      </p>
      {[opening.result, closing.result].map((result) =>
        result?.ok === false ? (
          <Notice key={result.error.message} tone="error" role="alert" title={result.error.message} />
        ) : null,
      )}
      {url && <NewAddress url={url} />}
      {since && !url && (
        <p>
          Une adresse est en service depuis le <strong>{dateInWords(since)}</strong>.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <form action={opening.post}>
          <HiddenFields fields={{ householdId }} />
          <SubmitButton>{since ? "Changer d’adresse" : "Créer mon adresse d’agenda"}</SubmitButton>
        </form>
        {since && (
          <form action={closing.post}>
            <HiddenFields fields={{ householdId }} />
            <SubmitButton variant="ghost">Supprimer l’adresse</SubmitButton>
          </form>
        )}
      </div>
    </>
  );
}

/** Shown once: what the portal keeps of it would not bring it back. */
function NewAddress({ url }: { url: string }) {
  const copy = () => navigator.clipboard.writeText(url).then(() => notify("Adresse copiée."));
  return (
    <div className="grid gap-3">
      <Notice tone="success" role="status" title="Voici votre adresse d’agenda.">
        Elle ne sera plus affichée. Gardez-la pour vous : qui la connaît lit les jours de vos enfants.
      </Notice>
      <input
        aria-label="Adresse d’agenda"
        readOnly
        value={url}
        onFocus={({ target }) => target.select()}
        className={`${inputClass} font-mono text-sm`}
      />
      <p className="flex flex-wrap gap-2">
        <a href={url.replace(/^https?:/, "webcal:")} className={lookOf({ variant: "primary" })}>
          <CalendarPlus />
          Ajouter à mon agenda
        </a>
        <Button onClick={copy}>Copier l’adresse</Button>
      </p>
    </div>
  );
}
