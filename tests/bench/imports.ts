import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { adultNames, childNames, familyNames } from "@/db/seed/names";
import { checkImport } from "@/lib/accounts/imports/check-import";
import { mapColumns } from "@/lib/accounts/imports/map-columns";
import { getImport } from "@/lib/accounts/imports/queries";
import type { Mapping } from "@/lib/accounts/imports/rules";
import { runImport } from "@/lib/accounts/imports/run-import";
import { startImport } from "@/lib/accounts/imports/start-import";
import { storeImport } from "@/lib/accounts/imports/store-import";
import type { Context } from "@/lib/core/context";

export type ImportFigure = {
  lines: number;
  families: number;
  /** Reading, trying and bringing in, in seconds. */
  read: number;
  tried: number;
  run: number;
  /** How much the process grew at most meanwhile, in megabytes. */
  grown: number;
};

/** How long families take to come in from a file, and how much memory: four times the lines must not take four times it. */
export async function measureImports(sizes: readonly number[]): Promise<ImportFigure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "portail-bench-imports-"));
  chmodSync(dataDir, 0o755);
  const database = await startEmbedded({ dataDir });
  await migrate(database.url);
  const { db, client } = connect(database.url, { max: 8 });
  try {
    const figures: ImportFigure[] = [];
    for (const lines of sizes) {
      figures.push(await measure({ actor: { kind: "system", name: "bench" }, db, now: new Date() }, lines));
    }
    return figures;
  } finally {
    await client.end();
    await database.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(ctx: Context, lines: number): Promise<ImportFigure> {
  const bytes = aFile(lines);
  const memory = watchMemory();
  const { value: importId, seconds: read } = await timed(async () => {
    const { importId } = await storeImport(ctx, [{ fileName: "familles.csv", bytes }]);
    return importId;
  });
  const { files } = await getImport(ctx, importId);
  const mappings = files.map(({ mapping }) => mapping as Mapping);
  const { seconds: tried } = await timed(async () => {
    await mapColumns(ctx, { importId, mappings });
    await checkImport(ctx, { importId });
  });
  const { seconds: run } = await timed(async () => {
    await startImport(ctx, { importId });
    await runImport(ctx, { importId });
  });
  const { counts } = await getImport(ctx, importId);
  if (counts.imported.lines !== lines) throw new Error(`Only ${counts.imported.lines} of ${lines} lines came in`);
  return { lines, families: counts.imported.families, read, tried, run, grown: memory.stop() };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

function watchMemory(): { stop(): number } {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return Math.round((most - before) / 2 ** 20);
    },
  };
}

const HEADER =
  "Nom enfant;Prénom enfant;Date de naissance;Niveau;Nom parent 1;Prénom parent 1;Mail parent 1;Portable parent 1;Nom parent 2;Prénom parent 2;Adresse;Code postal;Ville";

/** Two children per family on average, as Windows writes it. */
function aFile(lines: number): Buffer {
  const rows = Array.from({ length: lines }, (_, n) => {
    const family = Math.floor(n / 2);
    const name = `${familyNames[family % familyNames.length]} ${letters(lines + family)}`;
    const child = `${childNames[n % childNames.length]} ${n % 2 ? "Lou" : "Max"}`;
    const [first, second] = [adultNames[family % adultNames.length], adultNames[(family + 7) % adultNames.length]];
    const born = `${String((n % 28) + 1).padStart(2, "0")}/0${(n % 9) + 1}/201${n % 9}`;
    return `${name};${child};${born};CP;${name};${first};f${lines}.${family}@exemple.fr;;${name};${second};${family} rue de l’École;59223;Roncq`;
  });
  return Buffer.from([HEADER, ...rows].join("\r\n").replaceAll("’", "'"), "latin1");
}

/** A name of its own for each family, in letters. */
const letters = (n: number): string => [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
