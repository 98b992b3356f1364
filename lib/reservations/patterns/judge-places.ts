import { sentenceOf } from "@/lib/core/errors";
import type { Place } from "../lock-places";
import { groupRefused } from "./describe-plan";
import { type RefusedGroup, refusalToUndo } from "./rules";

/** Which places go when their typical week is taken back, and which stay, by reason. */
export function judgePlaces(places: Place[], now: Date): { going: Place[]; kept: RefusedGroup[] } {
  const services = new Map(places.map(({ slotId, activity, slot }) => [slotId, `${activity}, ${slot}`]));
  const kept = places.flatMap((place) => {
    const code = refusalToUndo(place, now);
    return code ? [{ ...place, code, message: sentenceOf(code) }] : [];
  });
  const going = places.filter((place) => !refusalToUndo(place, now));
  return { going, kept: groupRefused(kept, ({ slotId }) => services.get(slotId) ?? "") };
}
