import sharp, { type Sharp } from "sharp";
import { DomainError } from "@/lib/core/errors";
import { MAX_PIXELS } from "../input";

const quality = 85;

const encoders = {
  "image/jpeg": (image: Sharp) => image.jpeg({ quality }),
  "image/png": (image: Sharp) => image.png(),
  "image/webp": (image: Sharp) => image.webp({ quality }),
};

/** Draws an image again, upright, without what its camera wrote beside it: position, serial number, thumbnail. */
export async function redrawImage(bytes: Uint8Array, mediaType: keyof typeof encoders): Promise<Uint8Array> {
  try {
    const options = { limitInputPixels: MAX_PIXELS, failOn: "truncated", sequentialRead: true } as const;
    return await encoders[mediaType](sharp(bytes, options).autoOrient()).toBuffer();
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes("pixel limit");
    throw new DomainError(tooLarge ? "image_too_large" : "file_damaged");
  }
}
