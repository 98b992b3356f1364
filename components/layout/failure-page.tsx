"use client";

import { FullPage } from "./full-page";

type Props = { error: unknown; retry: () => void };

/**
 * What one reads when the portal itself is at fault: what is safe, what to do, what to tell. Every page carries it, so it
 * brings neither icons nor the router along, nor the looks of buttons that it has not.
 */
export function FailurePage({ error, retry }: Props) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <FullPage icon={<span aria-hidden="true">!</span>} title="Une erreur est survenue de notre côté">
      <p>
        Ce qui était enregistré n’est pas perdu. Réessayez dans un instant ; si l’erreur revient, prévenez votre
        structure.
      </p>
      {reference && <p className="mt-2 text-sm">Référence à communiquer : {reference}</p>}
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <button
          type="button"
          className="inline-flex min-h-11 items-center rounded-control bg-primary px-4 font-semibold text-on-primary hover:bg-primary-strong"
          onClick={() => retry()}
        >
          Réessayer
        </button>
        {/* A whole new page: the router may be what failed. */}
        <a
          href="/"
          className="inline-flex min-h-11 items-center px-4 font-semibold text-primary-strong underline underline-offset-3"
        >
          Revenir à l’accueil
        </a>
      </div>
    </FullPage>
  );
}
