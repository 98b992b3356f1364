"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { recordTapsAction } from "@/lib/reservations/attendance/actions";
import type { ChildState, RollCall } from "@/lib/reservations/attendance/queries";
import {
  type Departure,
  departureOf,
  lastTaps,
  type Shown,
  shownState,
  type Tap,
} from "@/lib/reservations/attendance/rules";
import { dropTaps, keepTaps, readTaps } from "./roll-call-store";

/** How often the list asks what others have pointed or booked, and a tablet whether it has a network again. */
const ASK_MS = 2_000;
const RETRY_MS = 5_000;
const BATCH = 40;

type State = Pick<ChildState, "status" | "departure">;
type States = { stamp: string; states: ChildState[] };
/** What a touch says beside the state: of a departure, its hour and who came. */
type Said = Pick<Tap, "leftAt" | "collectedBy">;

/** The states of a sheet: what the portal knows, what others do meanwhile, and the touches that are still on their way. */
export function useRollCall({ slotId, date, children }: RollCall) {
  const router = useRouter();
  const [states, setStates] = useState(() => statesOf(children));
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
          if (answer?.ok) setStates((known) => withState(known, tap, answer.status));
          else if (answer) setProblems((known) => ({ ...known, [tap.childId]: answer.message }));
        }
      }
    } finally {
      isSending.current = false;
    }
  }

  function touch(childIds: string[], state: Tap["state"], said: Said = {}): void {
    const at = new Date().toISOString();
    setProblems((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !childIds.includes(id))));
    const touched = { slotId, date, at, state, ...said };
    setTaps(keepTaps(childIds.map((childId) => ({ ...touched, key: crypto.randomUUID(), childId }))));
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

  useEffect(() => setStates(statesOf(children)), [children]);

  const ask = useEffectEvent(async () => {
    if (document.hidden || !navigator.onLine || isSending.current) return;
    const query = new URLSearchParams({ jour: date, creneau: `${slotId}`, vu: stamp.current });
    const answer = await fetch(`/admin/pointage/etat?${query}`).catch(() => undefined);
    if (answer?.status !== 200 || isSending.current) return;
    const { stamp: seen, states }: States = await answer.json();
    stamp.current = seen;
    setStates(statesOf(states));
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
    statusOf: (childId: string) => states.get(childId)?.status,
    shownOf: (childId: string): Shown => {
      const known = states.get(childId);
      return shownState(known?.status, mine.get(childId), Boolean(known?.departure));
    },
    departureOf: (childId: string): Departure | null => {
      const tap = mine.get(childId);
      return tap ? departureOf(tap) : (states.get(childId)?.departure ?? null);
    },
    /** Who has been added here and is not on the sheet yet. */
    added: [...mine.values()].filter(({ state }) => state === "present").map(({ childId }) => childId),
  };
}

const nextBatch = () =>
  readTaps()
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(0, BATCH);

const statesOf = (children: readonly ChildState[]) =>
  new Map<string, State>(children.map(({ childId, status, departure }) => [childId, { status, departure }]));

function withState(known: Map<string, State>, tap: Tap, status: State["status"] | null): Map<string, State> {
  const next = new Map(known);
  if (status) next.set(tap.childId, { status, departure: departureOf(tap) });
  else next.delete(tap.childId);
  return next;
}
