import { EventEmitter } from "node:events";
import { Logger, run } from "graphile-worker";
import { log } from "@/lib/core/log";
import { releaseLostJobs } from "./release-lost-jobs";
import { schedule, taskList } from "./tasks";

/** A worker that has drawn many PDFs grows; a new one takes its place. */
const LARGEST_RSS = 400 * 1024 * 1024;

// The queue tells of each job done; that is detail here, and each error is told by its own event.
const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const logger = new Logger(() => (level, message) => log[levels[level]](message));

export type RunningWorker = {
  /** Takes no new job, finishes those begun. */
  stop(reason: string): void;
  /** Resolves when everything is closed; rejects when the queue cannot go on. */
  stopped: Promise<void>;
};

export async function startWorker(connectionString: string): Promise<RunningWorker> {
  const events = new EventEmitter();
  const lostJobs = releaseLostJobs(connectionString, events);
  const runner = await run({
    connectionString,
    taskList: taskList(),
    crontab: schedule,
    concurrency: 3,
    maxPoolSize: 4,
    noHandleSignals: true,
    logger,
    events,
  });

  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, "worker stops");
    void runner.stop();
  };
  events.on("job:complete", () => {
    if (process.memoryUsage.rss() > LARGEST_RSS) stop("memory");
  });
  log.info("worker started");
  return { stop, stopped: runner.promise.finally(() => lostJobs.stop()) };
}
