import sharp, { type Sharp } from "sharp";
import { DomainError } from "@/lib/core/errors";
import { MAX_PIXELS } from "../input";

const quality = 85;

const encoders = {
  "image/jpeg": (image: Sharp) => image.jpeg({ quality }),
  "image/png": (image: Sharp) => image.png(),
  "image/webp": (image: Sharp) => image.webp({ quality }),
};

const options = { limitInputPixels: MAX_PIXELS, failOn: "truncated", sequentialRead: true } as const;

/** Draws an image again, upright, without what its camera wrote beside it: position, serial number, thumbnail. */
export async function redrawImage(bytes: Uint8Array, mediaType: keyof typeof encoders): Promise<Uint8Array> {
  return drawn(encoders[mediaType](sharp(bytes, options).autoOrient()));
}

/** Draws an image again as a PNG that fits in a square of so many pixels; a smaller one keeps its size. */
export async function fitImage(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  const fit = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  return drawn(sharp(bytes, options).autoOrient().resize(fit).png());
}

/** The same on white, as a JPEG: what paper takes as it is. */
export async function flattenImage(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  const fit = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  return drawn(sharp(bytes, options).autoOrient().resize(fit).flatten({ background: "#ffffff" }).jpeg({ quality: 90 }));
}

async function drawn(image: Sharp): Promise<Uint8Array> {
  try {
    return await image.toBuffer();
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes("pixel limit");
    throw new DomainError(tooLarge ? "image_too_large" : "file_damaged");
  }
}
