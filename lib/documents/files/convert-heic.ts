import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/core/errors";
import { MAX_PIXELS } from "../input";

/** A photograph of twelve megapixels takes about two seconds. */
const PATIENCE_MS = 30_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

let last: Promise<unknown> = Promise.resolve();

/** HEIC to JPEG in a thread of its own, one at a time: decoding holds a processor and much memory. */
export function convertHeic(bytes: Uint8Array): Promise<Uint8Array> {
  if (pixelsOf(bytes) > MAX_PIXELS) throw new DomainError("image_too_large");
  const converted = last.then(() => convert(bytes));
  last = converted.catch(() => undefined);
  return converted;
}

function convert(bytes: Uint8Array): Promise<Uint8Array> {
  const script = join(process.cwd(), "scripts", "heic-to-jpeg.mjs");
  return new Promise((resolve, reject) => {
    // What the decoder says of a damaged file is nobody's business: its output goes nowhere.
    const worker = new Worker(script, { workerData: bytes, stdout: true, stderr: true, resourceLimits });
    const timer = setTimeout(fail, PATIENCE_MS);
    worker.once("message", (jpeg: Uint8Array) => {
      clearTimeout(timer);
      resolve(jpeg);
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

/** The largest size that the file announces ("ispe" boxes): known before any memory is given to it. */
function pixelsOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = 0;
  for (let at = file.indexOf("ispe"); at >= 0 && at + 16 <= file.length; at = file.indexOf("ispe", at + 4)) {
    largest = Math.max(largest, file.readUInt32BE(at + 8) * file.readUInt32BE(at + 12));
  }
  return largest;
}
