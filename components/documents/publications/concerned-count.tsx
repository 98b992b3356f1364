"use client";

import { useEffect, useState } from "react";
import { countConcernedAction } from "@/lib/documents/publications/actions";
import type { AudienceInput } from "@/lib/documents/publications/input";

type Props = { audience: string; facilityId: string; activityId: string };

const familiesInWords = (count: number): string =>
  count === 0
    ? "Aucune famille n’est concernée."
    : count === 1
      ? "1 famille le verra."
      : `${count.toLocaleString("fr-FR")} familles le verront.`;

/** How many families a choice concerns, asked again at each change; nothing until the choice is complete. */
export function ConcernedCount({ audience, facilityId, activityId }: Props) {
  const [words, setWords] = useState("");
  const isComplete = audience === "everyone" || Boolean(audience === "facility" ? facilityId : activityId);

  useEffect(() => {
    let isCurrent = true;
    if (!isComplete) return setWords("");
    const input = { audience: audience as AudienceInput["audience"], facilityId, activityId };
    void countConcernedAction(input)
      .then((result) => isCurrent && setWords(result.ok ? familiesInWords(result.data) : ""))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [audience, facilityId, activityId, isComplete]);

  return (
    <p role="status" className="font-semibold">
      {words}
    </p>
  );
}
