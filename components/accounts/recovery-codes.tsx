"use client";

import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Shown once: to print or to copy, for the day the telephone is lost. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => place.current?.focus(), []);

  return (
    <div ref={place} tabIndex={-1} className="grid gap-4">
      <Notice tone="success" role="status" title="Gardez ces dix codes de secours.">
        Chacun remplace une fois votre téléphone. Ils ne seront plus jamais affichés : imprimez-les ou notez-les.
      </Notice>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-lg tabular-nums">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => window.print()}>Imprimer</Button>
        <Button onClick={() => navigator.clipboard.writeText(codes.join("\n"))}>Copier</Button>
        <ButtonLink href="/admin" variant="primary">
          J’ai gardé mes codes
        </ButtonLink>
      </p>
    </div>
  );
}
