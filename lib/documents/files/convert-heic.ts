import { join } from "node:path";
import { DomainError } from "@/lib/core/errors";
import { MAX_PIXELS } from "../input";
import { runApart } from "./run-apart";

/** HEIC to JPEG, once its size is known to be reasonable. */
export async function convertHeic(bytes: Uint8Array): Promise<Uint8Array> {
  if (pixelsOf(bytes) > MAX_PIXELS) throw new DomainError("image_too_large");
  return runApart<Uint8Array>(join(process.cwd(), "scripts", "heic-to-jpeg.mjs"), bytes);
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
