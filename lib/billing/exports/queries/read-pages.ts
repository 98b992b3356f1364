/** As many rows as one statement reads: enough to go fast, few enough to hold. */
export const PAGE = 1_000;

/** Reads a long list page after page, each from where the one before ended. */
export async function* readPages<Row>(read: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (;;) {
    const rows = await read(last);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
