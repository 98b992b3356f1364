import type { ErrorCode } from "@/lib/core/errors";
import type { CellsInput } from "./input";
import type { Place } from "./lock-places";
import { refuseCells } from "./refuse-cells";
import type { Cell } from "./rules";

const keyOf = ({ childId, slotId, date }: Cell) => `${childId} ${slotId} ${date}`;

type Judge = { missing: ErrorCode; judge: (place: Place) => ErrorCode | undefined };

/** Refuses the whole gesture when a cell has no live place (`missing`) or when the place is judged badly. */
export function assertPlaces({ cells }: CellsInput, places: Place[], { missing, judge }: Judge): void {
  const wanted = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const found = new Map(places.map((place) => [keyOf(place), place]));
  const refused = [...wanted].flatMap(([key, { childId, slotId, date }]) => {
    const place = found.get(key);
    const code = place ? judge(place) : missing;
    return code ? [{ childId, slotId, date, code }] : [];
  });
  refuseCells(wanted.size, refused);
}
