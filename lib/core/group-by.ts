/** Rows that share a key, each group with its first row, in the order in which they come. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): [first: T, rows: T[]][] {
  const groups = new Map<string, [T, T[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group[1].push(row);
    else groups.set(keyOf(row), [row, [row]]);
  }
  return [...groups.values()];
}
