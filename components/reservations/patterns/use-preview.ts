import { useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/core/action-result";
import type { PatternPreview, RefusedGroup } from "@/lib/reservations/patterns/rules";
import { CONNECTION_LOST } from "../grid-messages";

type Failure = Extract<ActionResult<never>, { ok: false }>;
export const lost: Failure = { ok: false, error: { code: "unexpected", message: CONNECTION_LOST } };

type Answer = ActionResult<PatternPreview>;

/** Long enough that ticking a whole row asks once. */
const PAUSE = 300;

/**
 * What the server says of a plan while it is being written: the last answer stays on screen until the next one comes, and
 * only one that is up to date may be confirmed. `key` names the plan; an empty one asks nothing.
 */
export function usePreview(key: string, ask: () => Promise<Answer>) {
  const [told, setTold] = useState<{ key: string; answer: Answer }>();
  const asking = useRef(ask);
  asking.current = ask;

  useEffect(() => {
    if (!key) return setTold(undefined);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await asking.current().catch(() => lost);
      if (isCurrent) setTold({ key, answer });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);

  return {
    answer: told?.answer,
    isFresh: told?.key === key,
    /** What a confirmation answered instead of being done. */
    tell: (answer: Answer) => setTold({ key, answer }),
  };
}

/** The preview that comes with a refusal, when something moved since the last one. */
export const previewIn = (details: Record<string, unknown> | undefined): PatternPreview | undefined =>
  details?.preview as PatternPreview | undefined;

/** What is refused now and was not before: what to tell who has just confirmed. */
export function newlyRefused(before: RefusedGroup[], after: RefusedGroup[]): RefusedGroup[] {
  const known = new Set(before.flatMap(({ code, lines }) => lines.map((line) => lineKey(code, line))));
  return after.flatMap((group) => {
    const lines = group.lines.filter((line) => !known.has(lineKey(group.code, line)));
    return lines.length > 0 ? [{ ...group, lines }] : [];
  });
}

const lineKey = (code: string, { childId, service, days }: RefusedGroup["lines"][number]) =>
  `${code} ${childId} ${service} ${days}`;
