import { type Database, database } from "@/db/client";
import type { Actor } from "./actor";

/** Who is acting, on which connection, and when: the first argument of every command and query. */
export type Context = { actor: Actor; db: Database; now: Date };

/** The portal acting for itself: a bank's notification, a job, the demonstration town. */
export const systemContext = (name: string): Context => ({
  actor: { kind: "system", name },
  db: database(),
  now: new Date(),
});

/** The portal drawing the consequences of what the actor was allowed to do: booking what was paid, posting entries. */
export const asSystem = (ctx: Context, name: string): Context => ({ ...ctx, actor: { kind: "system", name } });

/** Runs `work` in one transaction; inside another one it becomes a savepoint. */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
}
