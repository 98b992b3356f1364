export type Box = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
export const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key);

const overlap = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);
const middle = ({ left, right }: Box) => (left + right) / 2;

const sameLine = (a: Box, b: Box) => overlap(a.top, a.bottom, b.top, b.bottom) > (a.bottom - a.top) / 2;
const sameColumn = (a: Box, b: Box) => overlap(a.left, a.right, b.left, b.right) > 1;

const leftOf = (from: Box, box: Box) => from.left - box.right;
const above = (from: Box, box: Box) => from.top - box.bottom;
const away = {
  ArrowLeft: leftOf,
  ArrowRight: (from: Box, box: Box) => leftOf(box, from),
  ArrowUp: above,
  ArrowDown: (from: Box, box: Box) => above(box, from),
};

/** The box that an arrow leads to, as the eye would follow it: works for the month of a desk and the week of a phone. */
export function neighbour(from: Box, boxes: Box[], arrow: Arrow): number {
  const sideways = arrow === "ArrowLeft" || arrow === "ArrowRight";
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const gap = away[arrow](from, box);
    if (gap < -1 || !(sideways ? sameLine(from, box) : sameColumn(from, box))) return;
    const score = sideways ? gap : gap * 1000 + Math.abs(middle(box) - middle(from));
    if (score < bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** Home and End: the first or the last box on the same line. */
export function edgeOfLine(from: Box, boxes: Box[], key: "Home" | "End"): number {
  const line = boxes.map((box, index) => ({ box, index })).filter(({ box }) => sameLine(from, box));
  line.sort((a, b) => a.box.left - b.box.left);
  return (key === "Home" ? line[0] : line.at(-1))?.index ?? -1;
}

/** The boxes touched by the rectangle between two others. */
export function boxesBetween(a: Box, b: Box, boxes: Box[]): number[] {
  const area = {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
  return boxes.flatMap((box, index) =>
    overlap(area.left, area.right, box.left, box.right) > 1 && overlap(area.top, area.bottom, box.top, box.bottom) > 1
      ? [index]
      : [],
  );
}
