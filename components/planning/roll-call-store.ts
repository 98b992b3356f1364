import type { Tap } from "@/lib/reservations/attendance/rules";

/** What has been touched and not yet received by the portal; it outlives the page, and the day without a network. */
const KEY = "pointages-a-envoyer";

export function readTaps(): Tap[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // a browser that keeps nothing still points, as long as the page stays open
  }
}

function writeTaps(taps: Tap[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(taps));
  } catch {
    // full or forbidden: they stay in the page
  }
}

/** Read again each time: another tab may have kept or sent some. */
export function keepTaps(taps: Tap[]): Tap[] {
  const known = new Map(readTaps().map((tap) => [tap.key, tap]));
  for (const tap of taps) known.set(tap.key, tap);
  const kept = [...known.values()];
  writeTaps(kept);
  return kept;
}

export function dropTaps(keys: ReadonlySet<string>): Tap[] {
  const left = readTaps().filter(({ key }) => !keys.has(key));
  writeTaps(left);
  return left;
}
