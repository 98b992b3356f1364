/**
 * Shape of each code. Letter and colour come with it in cell.css: the name of the cell says the state in words, and "DR"
 * inside the button would be one more name that differs from it.
 */
const shapes: Record<string, string | undefined> = {
  o: "full",
  x: "late",
  "?": "?",
  "~": "soon",
  "#": "shut",
  G: "G",
  R: "R",
  A: "RA",
  P: "DR",
  V: "DR",
  L: "LA",
  W: "LA?",
  N: "AN",
  F: "A",
  E: "A",
  T: "T",
};

/** A code in small letters is a state on a day that has gone by. */
export const shapeOf = (code: string): string | undefined => shapes[code] ?? shapes[code.toUpperCase()];

/** Nothing can be done with it: closed, too early, too late, or gone by. A full slot has its waiting list. */
export const isQuiet = (code: string): boolean => "#G~".includes(code) || (code !== "o" && code !== code.toUpperCase());

/** The class that holds a child's colour; six colours, then they come round. */
export const colourOf = (rank: number): string => `k${((Math.max(1, rank) - 1) % 6) + 1}`;
