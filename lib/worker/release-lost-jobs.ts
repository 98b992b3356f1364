import type { EventEmitter } from "node:events";
import type { WorkerEventMap } from "graphile-worker";
import { connect } from "@/db/client";
import { log } from "@/lib/core/log";

const EVERY_MS = 5_000;

/**
 * A job whose worker was killed stays locked for four hours in the queue. Here each worker holds a lock of a database
 * session, which PostgreSQL drops with the connection: a job whose worker holds none goes back to the others.
 */
export function releaseLostJobs(url: string, events: EventEmitter): { stop(): Promise<void> } {
  const { client: sql } = connect(url, { max: 1 });
  const ours = new Set<string>();
  events.on("worker:create", ({ worker }: WorkerEventMap["worker:create"]) => ours.add(worker.workerId));

  const sweep = async () => {
    const ids = [...ours];
    // Taken at each turn, because a connection that was lost and found again has lost its locks.
    await sql`select pg_try_advisory_lock_shared(hashtext('portail.worker'), hashtext(id)) from unnest(${ids}::text[]) id`;
    const [lost] = await sql<{ released: string[] | null }[]>`
      with lost as materialized (
        select distinct locked_by from graphile_worker.jobs
        where locked_at < now() - interval '5 seconds' and locked_by <> all(${ids}::text[])
      ), dead as materialized (
        select locked_by from lost where pg_try_advisory_xact_lock(hashtext('portail.worker'), hashtext(locked_by))
      ), released as materialized (
        select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0
      )
      select array_agg(locked_by) as released from dead, released`;
    if (lost?.released) log.warn({ workers: lost.released }, "jobs of lost workers released");
  };
  const turn = () => sweep().catch((error: unknown) => log.error({ err: error }, "lost jobs could not be released"));

  const timer = setInterval(turn, EVERY_MS);
  const first = setTimeout(turn, 0); // once the workers of this process are born
  return {
    async stop() {
      clearInterval(timer);
      clearTimeout(first);
      await sql.end({ timeout: 5 });
    },
  };
}
