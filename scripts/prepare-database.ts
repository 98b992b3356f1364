import { sql } from "drizzle-orm";
import postgres from "postgres";
import { connect } from "@/db/client";
import { organization } from "@/db/schema";

const OLDEST_VERSION = 15;

/** Settings without which an acknowledged booking could be lost in a power cut. */
const durability = ["fsync", "full_page_writes", "synchronous_commit"];

/** Throws a sentence when the database is too old, or set up to lose what it has acknowledged. */
export async function assertReliable(url: string): Promise<void> {
  const connection = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    const rows = await connection<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name = any(${["server_version_num", ...durability]})`.catch(
      unreachable,
    );
    const settings = new Map(rows.map(({ name, setting }) => [name, setting]));

    const version = Math.floor(Number(settings.get("server_version_num")) / 10_000);
    if (version < OLDEST_VERSION) {
      throw new Error(
        `La base est un PostgreSQL ${version} : il faut la version ${OLDEST_VERSION} ou une plus récente.`,
      );
    }
    const off = durability.filter((name) => settings.get(name) === "off");
    if (off.length > 0) {
      throw new Error(`La base peut perdre des réservations confirmées : activez ${off.join(", ")} dans PostgreSQL.`);
    }
  } finally {
    await connection.end();
  }
}

function unreachable(error: Error): never {
  throw new Error(`La base de DATABASE_URL ne répond pas : ${error.message}`);
}

/** Loads the demonstration town into an empty database: the whole of it or, when interrupted, nothing. */
export async function loadTownIfEmpty(url: string, now: Date): Promise<void> {
  const { client, db } = connect(url, { max: 1 });
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portail.town'))`);
      const known = await tx.select({ id: organization.id }).from(organization).limit(1);
      if (known.length > 0) return;
      const { seedTown } = await import("@/db/seed/town");
      await seedTown(tx, now);
    });
  } finally {
    await client.end();
  }
}
