"use client";

import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { usePostedForm } from "@/components/form/use-posted-form";
import { agoInWords } from "@/components/ui/ago";
import { Tag } from "@/components/ui/tag";
import { endOtherSessionsAction, endOwnSessionAction } from "@/lib/auth/actions";
import type { OwnSession } from "@/lib/auth/queries";
import { PostedAnswer } from "./posted-answer";

/** Where one is signed in; posted forms, so that a lost phone can be signed out from a browser without JavaScript. */
export function SessionsList({ sessions, now }: { sessions: OwnSession[]; now: Date }) {
  const one = usePostedForm(endOwnSessionAction);
  const others = usePostedForm(endOtherSessionsAction);

  return (
    <div className="grid gap-4">
      <PostedAnswer result={one.result} success="L’appareil est déconnecté." />
      <PostedAnswer result={others.result} success="Vos autres appareils sont déconnectés." />
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} now={now} end={one.post} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={others.post} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton variant="danger">Tout déconnecter</SubmitButton>
          <p className="text-sm text-ink-2">Cet appareil reste connecté.</p>
        </form>
      )}
    </div>
  );
}

type RowProps = { session: OwnSession; now: Date; end: (form: FormData) => void };

function SessionRow({ session, now, end }: RowProps) {
  const { id, device, isCurrent, lastSeenAt, createdAt } = session;
  const lastUse = isCurrent ? "en ce moment" : agoInWords(lastSeenAt, now);
  return (
    <li className="flex items-center gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {device}
          {isCurrent && <Tag tone="reserved">Cet appareil</Tag>}
        </p>
        <p className="text-sm text-ink-2">Utilisé {lastUse}</p>
        <p className="text-sm text-ink-2">Connecté depuis {agoInWords(createdAt, now)}</p>
      </div>
      {!isCurrent && (
        <form action={end}>
          <HiddenFields fields={{ sessionId: id }} />
          <SubmitButton size="small">
            <span>
              Mettre fin<span className="sr-only">{` : ${device}, utilisé ${lastUse}`}</span>
            </span>
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
