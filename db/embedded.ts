import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { findBinaries } from "./postgresql/binaries";
import { openCluster } from "./postgresql/cluster";
import { freePort } from "./postgresql/free-port";
import { findHome } from "./postgresql/home";
import { stopOrphan } from "./postgresql/orphan";
import { runPostmaster } from "./postgresql/postmaster";

type Options = {
  /** Where the data lie, below `postgres`. */
  dataDir: string;
  port?: number;
  /** The database to create. */
  name?: string;
  /** Off for the throw-away data of tests only: a power cut would corrupt them. */
  durable?: boolean;
};

export type EmbeddedDatabase = {
  url: string;
  stop(): Promise<void>;
  /** Stops and deletes the data. */
  remove(): Promise<void>;
};

/** The portal's own role: it owns its database and may create others, but is no superuser. */
const role = "portail";

/** Starts the PostgreSQL that comes as a package, creates its data the first time, and keeps it running. */
export async function startEmbedded(options: Options): Promise<EmbeddedDatabase> {
  const { dataDir, name = role, durable = true } = options;
  const { home, owner } = findHome(dataDir);
  const bin = await findBinaries(owner);
  const { cluster, password } = await openCluster({ home, bin, owner, durable });
  await stopOrphan(cluster, password);

  const port = await choosePort(join(home, "port"), options.port);
  const { stop } = await runPostmaster({ bin, home, cluster, port, password, owner, durable });
  await createDatabase({ port, password, name });
  return {
    url: `postgres://${role}:${password}@127.0.0.1:${port}/${name}`,
    stop,
    async remove() {
      await stop();
      await rm(home, { recursive: true, force: true });
      await rm(join(dataDir, "postgres"), { recursive: true, force: true });
    },
  };
}

/** The same port at each start where it is still free, so that open tools and scripts find the database again. */
async function choosePort(file: string, wanted?: number): Promise<number> {
  const remembered = existsSync(file) ? Number(await readFile(file, "utf8")) : undefined;
  const port = await freePort(wanted ?? remembered);
  await writeFile(file, String(port));
  return port;
}

async function createDatabase({
  port,
  password,
  name,
}: {
  port: number;
  password: string;
  name: string;
}): Promise<void> {
  const sql = postgres({ host: "127.0.0.1", port, user: "postgres", password, max: 1 });
  try {
    const [known] = await sql`select from pg_roles where rolname = ${role}`;
    if (!known) await sql.unsafe(`create role ${role} login createdb password '${password}'`);
    const [created] = await sql`select from pg_database where datname = ${name}`;
    if (!created) await sql`create database ${sql(name)} owner ${sql(role)}`;
  } finally {
    await sql.end();
  }
}
