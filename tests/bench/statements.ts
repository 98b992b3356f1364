import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openGridPage } from "./pages";
import type { Portal } from "./portal";
import { anyOf, type Family } from "./town";

const PAGES = 20;

/** Statements that one grid page costs, counted by PostgreSQL itself in its journal; the one of the session is among them. */
export async function countStatements(portal: Portal, families: Family[]): Promise<number> {
  const { port } = new URL(portal.databaseUrl);
  const password = readFileSync(join(portal.home, "password"), "utf8");
  const administrator = postgres({ host: "127.0.0.1", port: Number(port), user: "postgres", password, max: 1 });
  const journal = () =>
    readFileSync(join(portal.home, "postgres.log"), "utf8").match(/LOG: {2}(execute|statement)/g)?.length ?? 0;
  try {
    await administrator`alter system set log_statement = 'all'`;
    await administrator`select pg_reload_conf()`;
    await sleep(500);
    const before = journal();
    for (let page = 0; page < PAGES; page++) await openGridPage(portal, anyOf(families));
    await sleep(500);
    return (journal() - before) / PAGES;
  } finally {
    await administrator`alter system reset log_statement`;
    await administrator`select pg_reload_conf()`;
    await administrator.end();
  }
}
