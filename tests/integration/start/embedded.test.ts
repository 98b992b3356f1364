import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded";

let dataDir: string;
let database: EmbeddedDatabase;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "portail-embedded-"));
  chmodSync(dataDir, 0o755);
  database = await startEmbedded({ dataDir });
});

afterAll(async () => {
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

async function query<T extends object>(work: (sql: postgres.Sql) => Promise<readonly T[]>): Promise<readonly T[]> {
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end());
}

const postmasterPid = () =>
  Number(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);

test("keeps its promises: durable, French, in universal time, and without a superuser", async () => {
  const [row] = await query(
    (sql) => sql`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
             current_setting('TimeZone') as zone, current_setting('is_superuser') as superuser,
             (select string_agg(name, ' ' order by name) from unnest(array['Zoé', 'Élodie', 'Eric', 'çelik']) name) as names`,
  );
  expect(row).toEqual({ fsync: "on", commit: "on", zone: "UTC", superuser: "off", names: "çelik Élodie Eric Zoé" });
});

test("keeps data, password and port from one start to the next", async () => {
  const { url } = database;
  await query((sql) => sql`create table if not exists kept as select 1 as n`);
  await database.stop();
  database = await startEmbedded({ dataDir });
  expect(database.url).toBe(url);
  expect(await query((sql) => sql`select n from kept`)).toHaveLength(1);
});

test("comes back by itself, with what it had acknowledged, when it is killed", async () => {
  await query((sql) => sql`create table if not exists kept as select 1 as n`);
  process.kill(postmasterPid(), "SIGKILL");
  await expect.poll(() => query((sql) => sql`select n from kept`).catch(() => []), { timeout: 60_000 }).toHaveLength(1);
});

test("is not taken from the portal that uses it", async () => {
  await expect(startEmbedded({ dataDir })).rejects.toThrow("Un portail tourne déjà sur ces données");
  expect(await query((sql) => sql`select 1 as n`)).toHaveLength(1);
});
