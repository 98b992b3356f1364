import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockPlacesOf, type Place } from "../lock-places";

/** Locks what one family asks for; refuses with `already_decided` what no longer waits. Plumbing of the decisions. */
export const lockDemands = async (ctx: Context, ids: number[], waits: (place: Place) => boolean) => {
  const wanted = new Set(ids);
  const places = await lockPlacesOf(ctx, [...wanted]);
  const [first] = places;
  if (!first || places.length !== wanted.size || !places.every(waits)) throw new DomainError("already_decided");
  const { householdId } = first;
  if (places.some((place) => place.householdId !== householdId)) throw new DomainError("not_found");
  return { householdId, places, first };
};
