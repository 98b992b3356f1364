import { expect, test } from "vitest";
import { seededRandom } from "@/db/seed/random";

const draw = (seed: number) => {
  const random = seededRandom(seed);
  return [random.next(), random.integer(1, 6), random.chance(0.5), random.pick(["a", "b", "c"]), random.uuid()];
};

test("the same seed draws the same town, another seed another one", () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("draws within bounds, both ends included", () => {
  const random = seededRandom(1);
  const dice = Array.from({ length: 600 }, () => random.integer(1, 6));
  expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(() => random.pick([])).toThrow("nothing to pick from");
});

test("shuffles without losing anyone, and names with identifiers that PostgreSQL takes", () => {
  const random = seededRandom(1);
  const list = Array.from({ length: 50 }, (_, n) => n);
  const shuffled = random.shuffled(list);
  expect(shuffled).not.toEqual(list);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
