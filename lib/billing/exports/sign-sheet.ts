import type { TakenExport } from "@/lib/auth/take-export";
import type { Cell, Sheet } from "./rules";

/** The sheet with who takes it on each of its rows; how many were read goes to the trail, even of a file cut short. */
export function signSheet({ columns, rows }: Sheet, { mark, written }: TakenExport): Sheet {
  async function* signed(): AsyncGenerator<Cell[]> {
    let count = 0;
    try {
      for await (const row of rows) {
        count += 1;
        yield [...row, mark];
      }
    } finally {
      await written(count);
    }
  }
  return { columns: [...columns, { label: "Extrait par", kind: "text" }], rows: signed() };
}
