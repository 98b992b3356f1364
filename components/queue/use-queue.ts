"use client";

import { useEffect, useRef, useState } from "react";
import type { PostedAction } from "@/components/form/use-posted-form";
import { notify } from "@/components/ui/notify";
import type { QueueItem, QueueWords } from "./queue";

/** How long a decision can be taken back: it leaves afterwards, so that undoing it undoes everything. */
const UNDO_MS = 10_000;

const NOT_SENT = "Cette décision n’a pas pu être enregistrée. Vérifiez votre connexion, puis recommencez.";

type Decision = "accept" | "refuse";
type Held = { forms: [id: string, form: FormData][]; timer: ReturnType<typeof setTimeout> };
type Options = { items: QueueItem[]; decide: PostedAction; words: QueueWords };

export type QueueState = ReturnType<typeof useQueue>;

/** What waits, what is ticked, and the decisions that can still be taken back. */
export function useQueue({ items, decide, words }: Options) {
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const held = useRef(new Set<Held>());

  const waiting = items.filter(({ id }) => !decided.includes(id));
  const selected = waiting.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  const bringBack = (ids: string[]) => setDecided((known) => known.filter((id) => !ids.includes(id)));

  async function send(batch: Held) {
    clearTimeout(batch.timer);
    if (!held.current.delete(batch)) return;
    for (const [id, form] of batch.forms) {
      const result = await decide(undefined, form).catch(() => undefined);
      if (result?.ok) continue;
      bringBack([id]);
      const message = result?.error.message ?? NOT_SENT;
      setProblems((known) => ({ ...known, [id]: message }));
      notify(message, { tone: "error" });
    }
  }

  /** Takes a decision on some of them; false when the form of one is not complete. */
  function take(ids: string[], decision: Decision, reason?: string): boolean {
    const forms = ids.flatMap((id) => formOf(id) ?? []);
    if (decision === "accept" && !forms.every((form) => form.reportValidity())) return false;

    const batch: Held = {
      forms: forms.map((form) => [form.dataset.item ?? "", filled(form, decision, reason)]),
      timer: setTimeout(() => void send(batch), UNDO_MS),
    };
    held.current.add(batch);
    setDecided((known) => [...known, ...ids]);
    setTicked((known) => known.filter((id) => !ids.includes(id)));
    notify(saidOf(words, decision, ids.length), {
      undo() {
        clearTimeout(batch.timer);
        if (held.current.delete(batch)) bringBack(ids);
      },
    });
    return true;
  }

  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const flush = () => {
      for (const batch of held.current) void latest.current(batch);
    };
    // Before the page is left: its actions are its own, and another page could not send them.
    const follow = ({ target }: MouseEvent) => target instanceof Element && target.closest("a[href]") && flush();
    const leave = () => document.visibilityState === "hidden" && flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (held.current.size > 0) event.preventDefault();
      flush();
    };
    document.addEventListener("click", follow, true);
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("beforeunload", warn);
    return () => {
      document.removeEventListener("click", follow, true);
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("beforeunload", warn);
      flush();
    };
  }, []);

  const tick = (id: string) =>
    setTicked((known) => (known.includes(id) ? known.filter((one) => one !== id) : [...known, id]));
  const tickAll = (all: boolean) => setTicked(all ? waiting.map(({ id }) => id) : []);

  return { waiting, selected, problems, take, tick, tickAll };
}

export const formIdOf = (id: string) => `decision-${id}`;

const formOf = (id: string): HTMLFormElement | undefined => {
  const form = document.getElementById(formIdOf(id));
  return form instanceof HTMLFormElement ? form : undefined;
};

function filled(form: HTMLFormElement, decision: Decision, reason: string | undefined): FormData {
  const data = new FormData(form);
  data.set("decision", decision);
  if (reason !== undefined) data.set("reason", reason);
  return data;
}

function saidOf({ accepted, refused }: QueueWords, decision: Decision, count: number): string {
  const word = decision === "accept" ? accepted : refused;
  return count === 1 ? `${word}.` : `${word} : ${count} éléments.`;
}
