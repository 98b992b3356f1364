"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useEffect, useState } from "react";
import { findPasswordProblem, type Strength, strengthOf } from "@/lib/accounts/strength/rules";

type Props = { typed: string; email: string; isRefused: boolean };
type Judged = { typed: string; strength: Strength; problem: string | undefined };

const words: Record<Strength, string> = { 0: "très faible", 1: "faible", 2: "moyen", 3: "bon", 4: "très bon" };

/** Long enough not to judge each key. */
const PAUSE_MS = 150;

/** How hard the password is to guess: four bars for those who look, words for everyone. */
export function PasswordMeter({ typed, email, isRefused }: Props) {
  const judged = useJudged(typed, email);
  const isShown = typed !== "" && judged !== undefined;
  const filled = judged?.problem ? Math.min(judged.strength, 2) : (judged?.strength ?? 0);

  return (
    <div className="my-2 min-h-10 noscript:hidden">
      <div aria-hidden className={`mb-1.5 grid grid-cols-4 gap-1.5 ${isShown ? "" : "invisible"}`}>
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={`h-1.5 rounded-full ${bar > filled ? "bg-line" : judged?.problem ? "bg-request" : "bg-reserved"}`}
          />
        ))}
      </div>
      <p role="status" className="text-sm">
        {isShown && !isRefused && <Verdict {...judged} />}
      </p>
    </div>
  );
}

function Verdict({ strength, problem }: Judged) {
  const [Icon, look, said] = problem
    ? ([CircleDashed, "text-ink-2", problem] as const)
    : ([CircleCheck, "font-semibold text-reserved", `Ce mot de passe convient. Niveau : ${words[strength]}.`] as const);
  return (
    <span className={`flex gap-2 ${look}`}>
      <Icon />
      {said}
    </span>
  );
}

/** The dictionaries arrive with the first character; an answer that comes late is about what stands there no longer. */
function useJudged(typed: string, email: string): Judged | undefined {
  const [judged, setJudged] = useState<Judged>();

  useEffect(() => {
    if (!typed) return setJudged(undefined);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const account = { email };
      const [strength, problem] = await Promise.all([strengthOf(typed, account), findPasswordProblem(typed, account)]);
      if (isCurrent) setJudged({ typed, strength, problem });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, email]);

  return judged;
}
