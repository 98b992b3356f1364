"use client";

import { useEffect, useState } from "react";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { type PostedAction, usePostedForm } from "@/components/form/use-posted-form";
import type { CartBlock } from "@/lib/billing/cart/rules";
import { holdMinutes, holdSentence, urgencyOf } from "./hold-words";

type Props = {
  block: Pick<CartBlock, "revenueOfficeId" | "holdExpiresAt" | "canProlong">;
  householdId: string;
  now: Date;
  prolong: PostedAction;
};

/** How long the places are kept. Seen each minute; heard only when little time remains. */
export function HoldCountdown({ block, householdId, now: drawnAt, prolong }: Props) {
  const { revenueOfficeId, holdExpiresAt, canProlong } = block;
  const { post, summary } = usePostedForm(prolong);
  const now = useNow(drawnAt);
  const minutes = holdMinutes(holdExpiresAt, now);
  const urgency = urgencyOf(minutes);

  return (
    <div className="flex basis-full flex-wrap items-center gap-x-3 text-sm">
      <p className={urgency ? "font-semibold text-request" : "text-ink-2"}>{holdSentence(holdExpiresAt, now)}</p>
      {canProlong && (
        <form action={post}>
          <HiddenFields fields={{ householdId, revenueOfficeId }} />
          <SubmitButton variant="ghost" size="inline">
            Garder plus longtemps
          </SubmitButton>
        </form>
      )}
      {summary.message && (
        <p role="alert" className="basis-full font-semibold text-cancel">
          {summary.message}
        </p>
      )}
      <p role="status" className="sr-only">
        {urgency}
      </p>
    </div>
  );
}

/** The server's clock, which goes on in the page: a wrong clock on the device changes nothing. */
function useNow(drawnAt: Date): Date {
  const [now, setNow] = useState(drawnAt);

  useEffect(() => {
    const start = Date.now();
    const tick = () => setNow(new Date(drawnAt.getTime() + Date.now() - start));
    tick();
    const timer = setInterval(tick, 5000);
    return () => clearInterval(timer);
  }, [drawnAt]);

  return now;
}
