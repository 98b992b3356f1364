export type Random = ReturnType<typeof seededRandom>;

/** Chance that falls the same way every time (mulberry32), so that a town can be described and tested. */
export function seededRandom(seed: number) {
  let state = seed;

  /** From 0 to 1, 1 excluded. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends included. */
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));

  const chance = (probability: number): boolean => next() < probability;

  function pick<T>(choices: readonly T[]): T {
    const choice = choices[integer(0, choices.length - 1)];
    if (choice === undefined) throw new Error("nothing to pick from");
    return choice;
  }

  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);

  const characters = (length: number, alphabet: string): string =>
    Array.from({ length }, () => pick([...alphabet])).join("");

  const uuid = (): string => {
    const hex = (length: number) => characters(length, "0123456789abcdef");
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
  };

  return { next, integer, chance, pick, shuffled, characters, uuid };
}
