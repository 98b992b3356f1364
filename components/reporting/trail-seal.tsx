import { Download } from "lucide-react";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { lookOf } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { checkSeal, findSeal } from "@/lib/audit/queries";
import { shortInstant } from "@/lib/core/format-date";

type Answer = Awaited<ReturnType<typeof checkSeal>>;
type Props = {
  seal: Awaited<ReturnType<typeof findSeal>>;
  /** A seal that was kept elsewhere, as it was typed, and what the chain says of it. */
  kept: { position?: number; hash?: string; answer?: Answer };
};

const answers: Record<Answer, { tone: "success" | "error" | "info"; title: string }> = {
  same: {
    tone: "success",
    title:
      "Ce sceau est bien celui du journal : si le contrôle du journal est juste, rien n’y a été réécrit jusque-là.",
  },
  other: { tone: "error", title: "Le journal porte un autre sceau à cette position : il a été réécrit depuis." },
  missing: { tone: "error", title: "Le journal ne va pas jusqu’à cette position : sa fin a été retirée." },
  purged: {
    tone: "info",
    title: "Cette partie du journal a passé sa durée de conservation : prenez un sceau plus récent.",
  },
};

/** How far the trail is sealed, its seal to keep elsewhere, and what becomes of one that was kept. */
export function TrailSeal({ seal, kept }: Props) {
  return (
    <Card aria-labelledby="sceau" className="grid gap-4 p-5">
      <h2 id="sceau">Sceau du journal</h2>
      <p>
        {seal ? `Lignes scellées : ${seal.position.toLocaleString("fr-FR")}` : "Rien n’est encore scellé"}
        {seal?.at && `, jusqu’au ${shortInstant(seal.at)}`}.
        {seal && seal.waiting > 0 && ` En attente de leur sceau : ${seal.waiting.toLocaleString("fr-FR")}.`}
      </p>
      {seal && (
        <>
          <p className="font-mono text-xs break-all text-ink-2">{seal.hash}</p>
          <div>
            <a href="/admin/controles/sceau" download className={lookOf({ variant: "secondary" })}>
              <Download />
              Télécharger le sceau
            </a>
          </div>
          <p className="text-sm text-ink-2">
            Gardez-le ailleurs que sur ce serveur : si quelqu’un réécrivait tout le journal, c’est lui qui le dirait.
          </p>
        </>
      )}
      {kept.answer && <Notice role="status" {...answers[kept.answer]} />}
      <form className="grid gap-4 sm:grid-cols-[8rem_1fr_auto] sm:items-end">
        <TextField
          name="position"
          label="Position"
          inputMode="numeric"
          defaultValue={kept.position}
          autoComplete="off"
        />
        <TextField
          name="empreinte"
          label="Empreinte d’un sceau gardé"
          defaultValue={kept.hash}
          pattern="\s*[0-9a-fA-F]{64}\s*"
          title="Les 64 chiffres et lettres du fichier"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">Comparer</Button>
      </form>
    </Card>
  );
}
