"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { recordTapsAction } from "@/lib/reservations/attendance/actions";
import type { RollCall } from "@/lib/reservations/attendance/queries";
import { lastTaps, type Shown, shownState, type Tap } from "@/lib/reservations/attendance/rules";
import { dropTaps, keepTaps, readTaps } from "./roll-call-store";

/** How often the list asks what others have pointed or booked, and a tablet whether it has a network again. */
const ASK_MS = 2_000;
const RETRY_MS = 5_000;
const BATCH = 40;

type Status = RollCall["children"][number]["status"];
type States = { stamp: string; states: { childId: string; status: Status }[] };

/** The states of a sheet: what the portal knows, what others do meanwhile, and the touches that are still on their way. */
export function useRollCall({ slotId, date, children }: RollCall) {
  const router = useRouter();
  const [statuses, setStatuses] = useState(() => statusesOf(children));
  const [taps, setTaps] = useState<Tap[]>([]);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isSignedOut, setSignedOut] = useState(false);
  const isSending = useRef(false);
  const stamp = useRef("");

  const isHere = (tap: Tap) => tap.slotId === slotId && tap.date === date;
  const mine = lastTaps(taps.filter(isHere));

  async function send(): Promise<void> {
    if (isSending.current || !navigator.onLine) return;
    isSending.current = true;
    try {
      for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
        const result = await recordTapsAction({ taps: batch }).catch(() => undefined);
        if (!result) return; // no network after all: they stay, and go later
        setSignedOut(result.ok ? false : result.error.code === "unauthenticated");
        if (!result.ok) return;
        const answers = new Map(result.data.map((answer) => [answer.key, answer]));
        setTaps(dropTaps(new Set(answers.keys())));
        for (const tap of batch.filter(isHere)) {
          const answer = answers.get(tap.key);
          if (answer?.ok) setStatuses((known) => withStatus(known, tap.childId, answer.status));
          else if (answer) setProblems((known) => ({ ...known, [tap.childId]: answer.message }));
        }
      }
    } finally {
      isSending.current = false;
    }
  }

  function touch(childIds: string[], state: Tap["state"]): void {
    const at = new Date().toISOString();
    setProblems((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !childIds.includes(id))));
    setTaps(keepTaps(childIds.map((childId) => ({ key: crypto.randomUUID(), slotId, date, at, childId, state }))));
    void send();
  }

  const retry = useEffectEvent(() => void send());
  const begin = useEffectEvent(() => {
    setTaps(readTaps());
    retry();
  });
  useEffect(() => {
    begin();
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, []);

  useEffect(() => setStatuses(statusesOf(children)), [children]);

  const ask = useEffectEvent(async () => {
    if (document.hidden || !navigator.onLine || isSending.current) return;
    const query = new URLSearchParams({ jour: date, creneau: `${slotId}`, vu: stamp.current });
    const answer = await fetch(`/admin/pointage/etat?${query}`).catch(() => undefined);
    if (answer?.status !== 200 || isSending.current) return;
    const { stamp: seen, states }: States = await answer.json();
    stamp.current = seen;
    setStatuses(new Map(states.map(({ childId, status }) => [childId, status])));
    const known = new Set(children.map(({ childId }) => childId));
    if (states.some(({ childId }) => !known.has(childId))) router.refresh();
  });
  useEffect(() => {
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, []);

  return {
    touch,
    problems,
    isSignedOut,
    /** Every touch that waits, of whatever slot. */
    waiting: taps.length,
    isWaiting: (childId: string) => mine.has(childId),
    statusOf: (childId: string) => statuses.get(childId),
    shownOf: (childId: string): Shown => shownState(statuses.get(childId), mine.get(childId)),
    /** Who has been added here and is not on the sheet yet. */
    added: [...mine.values()].filter(({ state }) => state === "present").map(({ childId }) => childId),
  };
}

const nextBatch = () =>
  readTaps()
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(0, BATCH);

const statusesOf = (children: RollCall["children"]) =>
  new Map<string, Status>(children.map(({ childId, status }) => [childId, status]));

function withStatus(known: Map<string, Status>, childId: string, status: Status | null): Map<string, Status> {
  const next = new Map(known);
  if (status) next.set(childId, status);
  else next.delete(childId);
  return next;
}
