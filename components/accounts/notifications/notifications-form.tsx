"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { chooseNotificationsAction } from "@/lib/accounts/notifications/actions";
import type { NotificationChoices } from "@/lib/accounts/notifications/rules";
import { PostedAnswer } from "../posted-answer";

const choices: { name: keyof NotificationChoices; label: string; help: string }[] = [
  {
    name: "reminders",
    label: "Rappels",
    help: "Une pièce qui arrive à échéance, une date limite de réservation, une facture à payer bientôt.",
  },
  {
    name: "news",
    label: "Actualités de la structure",
    help: "Une fête, une ouverture d’inscriptions, un nouveau document pour toutes les familles.",
  },
];

/** What one wants to be told by e-mail beside what must be said. */
export function NotificationsForm({ chosen }: { chosen: NotificationChoices }) {
  const { result, post } = usePostedForm(chooseNotificationsAction);

  return (
    <form action={post} className="grid gap-4">
      <PostedAnswer result={result} success="Vos choix sont enregistrés." />
      <p className="text-sm text-ink-2">
        Les messages indispensables partent toujours : confirmations, paiements, décisions, fermetures, sécurité du
        compte.
      </p>
      {choices.map(({ name, label, help }) => (
        <label key={name} className="flex items-start gap-3">
          <input
            key={String(chosen[name])}
            type="checkbox"
            name={name}
            defaultChecked={chosen[name]}
            className="mt-0.5 size-5 shrink-0 accent-primary"
          />
          <span>
            <span className="block font-semibold">{label}</span>
            <span className="block text-sm text-ink-2">{help}</span>
          </span>
        </label>
      ))}
      <div>
        <SubmitButton>Enregistrer mes choix</SubmitButton>
      </div>
    </form>
  );
}
