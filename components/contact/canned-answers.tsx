"use client";

import type { RefObject } from "react";
import { FieldFrame, inputClass } from "@/components/form/text-field";

export type CannedAnswer = { id: string; title: string; body: string };

type Props = { answers: CannedAnswer[]; area: RefObject<HTMLTextAreaElement | null> };

/** What is answered often, written where the answer is: it can be changed before it leaves. */
export function CannedAnswers({ answers, area }: Props) {
  if (answers.length === 0) return null;
  const write = (id: string) => {
    const answer = answers.find((answer) => answer.id === id);
    if (!answer || !area.current) return;
    const before = area.current.value.trimEnd();
    area.current.value = before ? `${before}\n\n${answer.body}` : answer.body;
    area.current.dispatchEvent(new Event("input", { bubbles: true }));
    area.current.focus();
  };
  return (
    <FieldFrame id="reponse-type" label="Réponse type" optional className="max-w-md">
      <select
        id="reponse-type"
        value=""
        onChange={({ target }) => write(target.value)}
        className={`${inputClass} noscript:hidden`}
      >
        <option value="">Choisissez pour l’écrire ci-dessous</option>
        {answers.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
