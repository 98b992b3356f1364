"use client";

import { UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { plainText } from "@/lib/core/text";
import type { OtherChild } from "@/lib/reservations/attendance/queries";

type Props = {
  /** Those enrolled in the activity: found without a network. */
  others: OtherChild[];
  listed: ReadonlyMap<string, unknown>;
  /** Added on this tablet, and not on the sheet yet. */
  added: string[];
  problems: Record<string, string>;
  wanted: string;
  onAdd: (childId: string) => void;
  onUndo: (childId: string) => void;
};

const SHOWN = 6;

/** Children who came unannounced: found by a piece of their name, added with one touch. */
export function OtherChildren({ others, listed, added, problems, wanted, onAdd, onUndo }: Props) {
  const far = useFarChildren(wanted);
  const words = plainText(wanted).split(" ").filter(Boolean);
  const near = others.filter(({ name }) => words.every((word) => plainText(name).includes(word)));
  const known = new Map([...far, ...others].map((child) => [child.id, child]));
  const isNew = ({ id }: OtherChild) => !listed.has(id) && !added.includes(id);
  const found =
    words.length === 0
      ? []
      : unique([...near, ...far])
          .filter(isNew)
          .slice(0, SHOWN);
  const refused = Object.entries(problems).filter(([id]) => !listed.has(id));

  return (
    <>
      {added.length > 0 && (
        <ul aria-label="Enfants ajoutés" className="grid items-start gap-3 2xl:grid-cols-2">
          {added.map((id) => (
            <li key={id} className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-paper p-3">
              <span className="grow">
                <strong>{known.get(id)?.name ?? "Enfant ajouté"}</strong> <Tag tone="request">Sans réservation</Tag>
              </span>
              <Button className="min-h-12" onClick={() => onUndo(id)}>
                Annuler l’ajout
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refused.map(([id, message]) => (
        <p key={id} role="alert" className="font-semibold text-cancel">
          {known.get(id)?.name ?? "Un enfant ajouté"} : {message}
        </p>
      ))}
      {words.length > 0 && (
        <section aria-label="Enfants non prévus" className="grid gap-2">
          <h2 className="text-base font-semibold">Pas sur la liste</h2>
          {found.length === 0 && <p className="text-sm text-ink-2">Aucun autre enfant de ce nom.</p>}
          <ul className="grid gap-2 xl:grid-cols-2">
            {found.map((child) => (
              <li
                key={child.id}
                className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-paper p-3"
              >
                <span className="min-w-0 grow">
                  <strong className="block">{child.name}</strong>
                  <span className="text-sm text-ink-2">{child.detail}</span>
                </span>
                <Button className="min-h-12" onClick={() => onAdd(child.id)}>
                  <UserPlus />
                  Ajouter, présent<span className="sr-only"> : {child.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const unique = (children: OtherChild[]) => [...new Map(children.map((child) => [child.id, child])).values()];

const PAUSE_MS = 200;

/** Any child of the organisation, when there is a network to ask. */
function useFarChildren(wanted: string): OtherChild[] {
  const [found, setFound] = useState<OtherChild[]>([]);

  useEffect(() => {
    if (plainText(wanted).length < 2 || !navigator.onLine) return setFound([]);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/admin/pointage/recherche?${new URLSearchParams({ q: wanted })}`, {
        signal: stop.signal,
      }).catch(() => undefined);
      if (answer?.ok) setFound(await answer.json());
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return found;
}
