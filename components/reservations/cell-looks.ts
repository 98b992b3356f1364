/** Letter and shape of each code; a colour comes with the shape, in month-grid.css. */
const looks: Record<string, { letter: string; shape: string }> = {
  ".": { letter: "", shape: "" },
  o: { letter: "•", shape: "full" },
  x: { letter: "", shape: "late" },
  "#": { letter: "", shape: "shut" },
  R: { letter: "R", shape: "R" },
  P: { letter: "DR", shape: "DR" },
  V: { letter: "DR", shape: "DR" },
  L: { letter: "LA", shape: "LA" },
  N: { letter: "AN", shape: "AN" },
  F: { letter: "A", shape: "A" },
  E: { letter: "A", shape: "A" },
  T: { letter: "", shape: "T" },
};
const none = { letter: "", shape: "" };

/** A code in small letters is a state on a day that has gone by. */
export function lookOf(code: string): { letter: string; shape?: string; quiet: boolean } {
  const { letter, shape } = looks[code] ?? looks[code.toUpperCase()] ?? none;
  return { letter, shape: shape || undefined, quiet: isQuiet(code) };
}

/** Nothing can be done with it: closed, full, too late, or gone by. */
export const isQuiet = (code: string): boolean => code === "#" || code !== code.toUpperCase();

/** The class that holds a child's colour; six colours, then they come round. */
export const colourOf = (rank: number): string => `k${((Math.max(1, rank) - 1) % 6) + 1}`;
