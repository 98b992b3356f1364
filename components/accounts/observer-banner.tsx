"use client";

import { Eye } from "lucide-react";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { endObservationAction } from "@/lib/auth/actions";

/** Above everything, and around it: who looks through a family's eyes must never forget it. */
export function ObserverBanner({ family }: { family: string }) {
  const { post } = usePostedForm(endObservationAction);
  return (
    <>
      <aside
        aria-label="Vous regardez l’espace d’une famille"
        className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-b border-request-line bg-request-soft px-4 py-2 text-ink print:hidden"
      >
        <p className="flex items-center gap-2">
          <Eye className="text-request" />
          <span>
            Vous voyez l’espace de la famille <strong>{family}</strong>, sans pouvoir rien y changer.
          </span>
        </p>
        <form action={post}>
          <SubmitButton size="small">Quitter</SubmitButton>
        </form>
      </aside>
      <div
        aria-hidden="true"
        className="pointer-events-none fixed inset-0 z-60 border-4 border-request-line print:hidden"
      />
    </>
  );
}
