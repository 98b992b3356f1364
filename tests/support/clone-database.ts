import { setTimeout } from "node:timers/promises";
import postgres from "postgres";

const INSUFFICIENT_PRIVILEGE = "42501";

/** Runs `work` beside the databases that it creates or drops. */
async function asAdministrator<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(named(url, "postgres"), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** The same server, another database. */
export function named(url: string, name: string): string {
  const renamed = new URL(url);
  renamed.pathname = `/${name}`;
  return renamed.href;
}

/** Copies a database that nobody uses, unless the copy is there already; answers its address. */
export async function cloneDatabase(templateUrl: string, name: string): Promise<string> {
  const template = new URL(templateUrl).pathname.slice(1);
  await asAdministrator(templateUrl, async (sql) => {
    const [known] = await sql`select from pg_database where datname = ${name}`;
    if (!known) await sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`;
  });
  return named(templateUrl, name);
}

export function dropDatabase(url: string): Promise<unknown> {
  const name = new URL(url).pathname.slice(1);
  return asAdministrator(url, (sql) => drop(sql, name, 20));
}

/** PostgreSQL's own vacuum may be at work there: only a superuser may send it away, so one waits until it leaves. */
async function drop(sql: postgres.Sql, name: string, tries: number): Promise<void> {
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
  } catch (error) {
    const isVacuumed = error instanceof postgres.PostgresError && error.code === INSUFFICIENT_PRIVILEGE;
    if (!isVacuumed || tries === 0) throw error;
    await setTimeout(250);
    await drop(sql, name, tries - 1);
  }
}
