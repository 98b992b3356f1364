import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { householdMembers, households, persons } from "@/db/schema";
import { adultNames, childNames, familyNames } from "@/db/seed/names";
import type { Context } from "@/lib/core/context";
import { indexHouseholds } from "@/lib/families/index-household";
import { searchHouseholds } from "@/lib/families/queries/search-households";

const HOUSEHOLDS = 20_000;
const CHUNK = 1_000;
const TRIES = 40;

/** What agents type: rare and common words, pieces of one or two letters, numbers in several writings, nothing. */
const typed = ["", "a", "ro", "rou", "martin", "élodie martin", "MARTIN lea", "06 12", "+33 6 12 34", "0612345", "zzz"];

export type SearchFigure = { text: string; found: number; p50: number; p95: number };

/** How long the search of families takes among twenty thousand households, on a database of its own. */
export async function measureFamilySearch(): Promise<SearchFigure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "portail-bench-familles-"));
  chmodSync(dataDir, 0o755);
  const database = await startEmbedded({ dataDir });
  await migrate(database.url);
  const { db, client } = connect(database.url, { max: 2 });
  try {
    const ctx: Context = { actor: { kind: "system", name: "bench" }, db, now: new Date() };
    for (let from = 0; from < HOUSEHOLDS; from += CHUNK) await settle(ctx, from);
    await db.execute(sql`vacuum (analyze)`);
    const figures: SearchFigure[] = [];
    for (const text of typed) figures.push(await measure(ctx, text));
    return figures;
  } finally {
    await client.end();
    await database.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A thousand families of two adults and two children. */
async function settle(ctx: Context, from: number): Promise<void> {
  const numbers = Array.from({ length: CHUNK }, (_, i) => from + i);
  const written = await ctx.db
    .insert(households)
    .values(
      numbers.map((n) => ({
        name: nameOf(n),
        street: `${n} rue des Écoles`,
        postalCode: "59000",
        city: "Lille",
        createdAt: ctx.now,
      })),
    )
    .returning({ id: households.id });
  const people = await ctx.db
    .insert(persons)
    .values(numbers.flatMap((n) => [0, 1, 2, 3].map((rank) => personOf(ctx, n, rank))))
    .returning({ id: persons.id });
  await ctx.db.insert(householdMembers).values(
    people.map(({ id }, i) => ({
      householdId: written[Math.floor(i / 4)]?.id ?? "",
      personId: id,
      role: i % 4 < 2 ? ("guardian" as const) : ("child" as const),
      rank: (i % 2) + 1,
    })),
  );
  await indexHouseholds(
    ctx,
    written.map(({ id }) => id),
  );
}

/** The same family each time, spread as if drawn. */
const pick = (names: readonly string[], seed: number) => names[(seed * 7919) % names.length] ?? "";
const nameOf = (n: number) =>
  n % 9 === 0 ? `${pick(familyNames, n)}-${pick(familyNames, n + 5)}` : pick(familyNames, n);

function personOf({ now }: Context, n: number, rank: number) {
  const isAdult = rank < 2;
  const firstName = pick(isAdult ? adultNames : childNames, n * 4 + rank);
  const number = String((n * 7_368_787 + rank * 1_234_567) % 100_000_000).padStart(8, "0");
  return {
    firstName,
    lastName: nameOf(n),
    phone: isAdult ? `+336${number}` : null,
    email: isAdult ? `famille${n}.${rank}@exemple.fr` : null,
    createdAt: now,
  };
}

async function measure(ctx: Context, text: string): Promise<SearchFigure> {
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < TRIES; i += 1) {
    const start = performance.now();
    found = (await searchHouseholds(ctx, { text })).total;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (TRIES - 1))] ?? 0;
  return { text, found, p50: at(0.5), p95: at(0.95) };
}
