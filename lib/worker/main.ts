import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { startWorker } from "./start-worker";

/** A job still running after this was not worth waiting for: it is run again by the next worker. */
const PATIENCE_MS = 10_000;

const worker = await startWorker(env().databaseUrl);

function stop(reason: string): void {
  worker.stop(reason);
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", () => stop("disconnect"));

try {
  await worker.stopped;
  process.exit(0);
} catch (error) {
  log.fatal({ err: error }, "worker failed");
  process.exit(1);
}
