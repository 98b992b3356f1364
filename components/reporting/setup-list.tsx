import { CircleCheck, CircleDashed } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { SetupStep } from "@/lib/reporting/queries/setup-steps";

type Words = { title: string; why: string; href: string; action: string };

const words: Record<SetupStep["name"], Words> = {
  organization: {
    title: "Compléter les informations de l’organisation",
    why: "Mentions légales, logo, couleur, adresse d’expéditeur : ce que les familles voient partout.",
    href: "/admin/parametres/organisation",
    action: "Compléter",
  },
  service: {
    title: "Ouvrir un premier service",
    why: "Périscolaire, cantine, mercredis ou vacances : l’assistant crée le lieu, la régie, les horaires, les tarifs et les jours ouverts.",
    href: "/admin/catalogue/assistant",
    action: "Ouvrir un service",
  },
  bank: {
    title: "Relier la régie à sa banque",
    why: "PayFiP ou Systempay, avec un essai de connexion. Sans cela, rien ne se paie en ligne.",
    href: "/admin/catalogue/regies",
    action: "Régler le paiement",
  },
  invoices: {
    title: "Choisir la numérotation des factures",
    why: "Si vous facturez après coup : la série, le délai de paiement, les mentions.",
    href: "/admin/facturation",
    action: "Numéroter",
  },
  papers: {
    title: "Dire quelles pièces vous demandez",
    why: "Assurance, vaccins, justificatif de domicile : leur durée, et s’il les faut pour réserver.",
    href: "/admin/parametres/pieces",
    action: "Choisir les pièces",
  },
  agents: {
    title: "Inviter vos collègues",
    why: "Chacun avec son rôle : enfance, facturation, régie, animation.",
    href: "/admin/agents",
    action: "Inviter",
  },
  families: {
    title: "Accueillir les premières familles",
    why: "Importez votre fichier ou créez une famille : elle reçoit un lien pour activer son compte. Les autres s’inscrivent elles-mêmes.",
    href: "/admin/familles/import",
    action: "Importer un fichier",
  },
};

/** A new portal leads by the hand: what is done, what comes next, and only one thing to press. */
export function SetupList({ steps }: { steps: SetupStep[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <Card aria-labelledby="mise-en-place" className="mb-6 px-4 py-4 sm:px-6 sm:py-5">
      <h2 id="mise-en-place">Mettre le portail en service</h2>
      <p className="text-ink-2">
        {done === 0 ? "Sept étapes, dans l’ordre que vous voulez." : `${done} sur ${steps.length} sont faites.`} Cette
        liste disparaît quand les familles peuvent réserver.
      </p>
      <ol className="mt-3 divide-y divide-line">
        {steps.map(({ name, isDone }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 sm:flex-nowrap">
            <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
              {isDone ? (
                <CircleCheck className="mt-0.5 shrink-0 text-reserved" />
              ) : (
                <CircleDashed className="mt-0.5 shrink-0 text-ink-3" />
              )}
              <div>
                <p className={isDone ? "text-ink-2" : "font-semibold"}>
                  {words[name].title}
                  {isDone && <span className="sr-only"> : fait</span>}
                </p>
                {!isDone && <p className="text-sm text-ink-2">{words[name].why}</p>}
              </div>
            </div>
            {!isDone && (
              <ButtonLink href={words[name].href} size="small" variant={name === next?.name ? "primary" : "secondary"}>
                {words[name].action}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
