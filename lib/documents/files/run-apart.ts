import { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/core/errors";

/** A photograph of twelve megapixels takes about two seconds. */
const PATIENCE_MS = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a script of ours that opens a file from elsewhere, in a thread of its own, one at a time: decoding holds a processor
 * and much memory, and what is damaged must bring down nothing else. `script`: its whole path, written out by the caller so
 * that the bundler takes no other file for one of them.
 */
export function runApart<Answer>(script: string, workerData: unknown): Promise<Answer> {
  const ran = last.then(() => run<Answer>(script, workerData));
  last = ran.catch(() => undefined);
  return ran;
}

function run<Answer>(script: string, workerData: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Without the flags of the server, which a thread would take over and fail on.
    // What the decoder says of a damaged file is nobody's business: its output goes nowhere.
    const worker = new Worker(script, { workerData, stdout: true, stderr: true, resourceLimits, execArgv: [] });
    const timer = setTimeout(fail, PATIENCE_MS);
    worker.once("message", (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    });
    worker.once("error", fail);
    worker.once("exit", fail);

    function fail() {
      clearTimeout(timer);
      reject(new DomainError("file_damaged"));
      void worker.terminate();
    }
  });
}
