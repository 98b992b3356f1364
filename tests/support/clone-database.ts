import postgres from "postgres";

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

/** Sends away whoever is there, then drops. PostgreSQL's own vacuum, which `with (force)` stumbles on, leaves for a plain drop. */
export function dropDatabase(url: string): Promise<unknown> {
  const name = new URL(url).pathname.slice(1);
  return asAdministrator(url, async (sql) => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = current_user`;
    await sql`drop database if exists ${sql(name)}`;
  });
}
