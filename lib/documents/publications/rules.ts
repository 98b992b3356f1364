import type { PublicationAudience } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";

type Published = { audience: PublicationAudience; place: string | null };

const FOR_ALL = "Pour toutes les familles";

/** By whom they are for: everyone first, then each structure or activity by its name. */
export function groupPublications<P extends Published>(
  publications: readonly P[],
): { title: string; publications: P[] }[] {
  const groups = new Map<string, P[]>();
  for (const publication of publications) {
    const title = publication.place ?? FOR_ALL;
    groups.set(title, [...(groups.get(title) ?? []), publication]);
  }
  return [...groups]
    .map(([title, publications]) => ({ title, publications }))
    .sort((a, b) => Number(b.title === FOR_ALL) - Number(a.title === FOR_ALL) || a.title.localeCompare(b.title, "fr"));
}

export type DisplayState = "planned" | "displayed" | "over";

/** Where a publication stands between its dates. */
export const displayOf = (fromOn: CivilDate, untilOn: CivilDate | null, today: CivilDate): DisplayState =>
  fromOn > today ? "planned" : untilOn !== null && untilOn < today ? "over" : "displayed";
