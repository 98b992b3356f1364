import { describe, expect, test } from "vitest";
import { boxesBetween, edgeOfLine, neighbour } from "@/components/reservations/grid-geometry";

const box = (left: number, top: number, width = 30, height = 28) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Two days side by side, two children, two cells each; the wide boxes are the days' own buttons. */
const boxes = [
  box(0, 0, 140, 20),
  box(200, 0, 140, 20),
  box(70, 30),
  box(110, 30),
  box(270, 30),
  box(310, 30),
  box(110, 62),
  box(270, 62),
  box(310, 62),
];
const from = (index: number) => boxes[index] ?? box(0, 0);

describe("an arrow", () => {
  test.each([
    ["right, to the next cell", 2, "ArrowRight", 3],
    ["right, into the next day", 3, "ArrowRight", 4],
    ["left, back into the day before, over a missing cell", 7, "ArrowLeft", 6],
    ["up, from a cell to its day", 2, "ArrowUp", 0],
    ["down, from a day to its first child", 1, "ArrowDown", 4],
    ["down, over a child without this slot", 2, "ArrowDown", -1],
    ["right, from a day to the next", 0, "ArrowRight", 1],
    ["right, at the edge", 5, "ArrowRight", -1],
  ] as const)("goes %s", (_, start, arrow, end) => {
    expect(neighbour(from(start), boxes, arrow)).toBe(end);
  });
});

test("Home and End go to the ends of the line", () => {
  expect(edgeOfLine(from(4), boxes, "Home")).toBe(2);
  expect(edgeOfLine(from(3), boxes, "End")).toBe(5);
});

test("a gesture takes every box it touches, in any direction", () => {
  expect(boxesBetween(from(3), from(7), boxes)).toEqual([3, 4, 6, 7]);
  expect(boxesBetween(from(7), from(3), boxes)).toEqual([3, 4, 6, 7]);
});

test("a gesture down to a bare point of the screen takes what lies between", () => {
  expect(boxesBetween(from(3), { left: 320, right: 320, top: 40, bottom: 40 }, boxes)).toEqual([3, 4, 5]);
});
