import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import type { JobName, JobPayload } from "./names";

type Options = {
  runAt?: Date;
  /** Only one job waits under a key: the later one replaces it. */
  jobKey?: string;
};

/** Adds a job in the transaction of `ctx`: rolled back, it never existed; committed, it runs even after a crash. */
export async function enqueue<Name extends JobName>(
  ctx: Context,
  name: Name,
  payload: JobPayload<Name>,
  { runAt, jobKey }: Options = {},
): Promise<void> {
  await ctx.db.execute(sql`select from graphile_worker.add_job(
    ${name},
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt?.toISOString() ?? null}::timestamptz,
    job_key => ${jobKey ?? null}::text
  )`);
}

/** The same for many at once, each a job of its own. */
export async function enqueueAll<Name extends JobName>(
  ctx: Context,
  name: Name,
  payloads: JobPayload<Name>[],
): Promise<void> {
  if (payloads.length === 0) return;
  await ctx.db.execute(sql`select from json_array_elements(${JSON.stringify(payloads)}::json) one (payload),
    lateral (select graphile_worker.add_job(${name}, payload => one.payload)) added`);
}
