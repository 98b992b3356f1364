"use client";

import { type CSSProperties, useState } from "react";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { describedBy, FieldFrame, inputClass } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isColor, isReadable, nearestReadable, paletteOf, type Shades } from "@/lib/core/palette";
import { changeColorAction } from "@/lib/organization/actions";
import { unreadable } from "@/lib/organization/rules";

const OWN_BLUE = "#2c3fb8";

/** The organisation's colour, with what becomes of it in both themes while one chooses; the server has the last word. */
export function ColorForm({ saved }: { saved: string | null }) {
  const { form, isPending, errorOf, summary, isDone } = useKeptForm(changeColorAction);
  const [typed, setTyped] = useState(saved ?? OWN_BLUE);
  const color = typed.trim().toLowerCase();
  const isKnown = isColor(color);
  const isRefused = isKnown && !isReadable(color);
  const error = isRefused ? unreadable(color) : errorOf("primaryColor");
  const shown = isKnown ? paletteOf(isRefused ? nearestReadable(color) : color) : undefined;

  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <FieldFrame id="primaryColor" label="Couleur principale" error={error}>
        <div className="flex gap-2">
          <input
            type="color"
            aria-label="Choisir dans une palette"
            value={isKnown ? color : OWN_BLUE}
            onChange={({ target }) => setTyped(target.value)}
            className="h-11 w-14 cursor-pointer rounded-control border border-line-strong bg-paper p-1"
          />
          <input
            id="primaryColor"
            name="primaryColor"
            value={typed}
            maxLength={7}
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
            {...describedBy("primaryColor", error)}
            className={`${inputClass} max-w-40 font-mono`}
          />
        </div>
      </FieldFrame>
      {isRefused && (
        <div>
          <Button onClick={() => setTyped(nearestReadable(color))}>
            <span
              className="size-5 rounded-small border border-line"
              style={{ backgroundColor: nearestReadable(color) }}
            />
            Prendre {nearestReadable(color)}
          </Button>
        </div>
      )}
      {shown && (
        <div className="grid gap-3 sm:grid-cols-2" aria-hidden="true">
          <Sample title="Clair" shades={shown.light} ground="#f5f6fb" paper="#ffffff" ink="#161b2e" />
          <Sample title="Sombre" shades={shown.dark} ground="#0f1322" paper="#171c30" ink="#eef0fa" />
        </div>
      )}
      {isDone && !isRefused && <Notice tone="success" role="status" title="La couleur est en place partout." />}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="primary" pending={isPending}>
          Enregistrer la couleur
        </SubmitButton>
        <Button variant="ghost" onClick={() => setTyped(OWN_BLUE)}>
          Revenir au bleu du portail
        </Button>
      </div>
    </form>
  );
}

type SampleProps = { title: string; shades: Shades; ground: string; paper: string; ink: string };

/** A band, a button and a link as they will be, whatever the theme of who looks. */
function Sample({ title, shades, ground, paper, ink }: SampleProps) {
  const band: CSSProperties = {
    backgroundImage: `linear-gradient(100deg, ${shades.band}, ${shades["band-2"]})`,
    color: "#ffffff",
  };
  return (
    <div className="overflow-hidden rounded-card border border-line" style={{ backgroundColor: ground, color: ink }}>
      <div className="px-3 py-2 text-sm font-semibold" style={band}>
        Ma famille · {title}
      </div>
      <div
        className="m-3 flex flex-wrap items-center gap-3 rounded-control p-3 text-sm"
        style={{ backgroundColor: paper }}
      >
        <span
          className="rounded-control px-3 py-1.5 font-semibold"
          style={{ backgroundColor: shades.primary, color: shades["on-primary"] }}
        >
          Payer
        </span>
        <span className="underline underline-offset-3" style={{ color: shades["primary-strong"] }}>
          Voir le détail
        </span>
        <span
          className="rounded-control px-2 py-1 font-semibold"
          style={{ backgroundColor: shades["primary-soft"], color: shades["primary-strong"] }}
        >
          Accueil
        </span>
      </div>
    </div>
  );
}
