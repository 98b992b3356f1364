import sharp from "sharp";
import { DomainError } from "@/lib/core/errors";
import { MAX_PIXELS } from "../input";

const quality = 85;

/** Draws an image again, upright, without what its camera wrote beside it: position, serial number, thumbnail. */
export async function redrawImage(
  bytes: Uint8Array,
  mediaType: "image/jpeg" | "image/png" | "image/webp",
): Promise<Uint8Array> {
  try {
    const options = { limitInputPixels: MAX_PIXELS, failOn: "truncated", sequentialRead: true } as const;
    const image = sharp(bytes, options).autoOrient();
    const drawn = {
      "image/jpeg": image.jpeg({ quality }),
      "image/png": image.png(),
      "image/webp": image.webp({ quality }),
    };
    return await drawn[mediaType].toBuffer();
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes("pixel limit");
    throw new DomainError(tooLarge ? "image_too_large" : "file_damaged");
  }
}
