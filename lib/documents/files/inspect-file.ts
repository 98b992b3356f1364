import { fileTypeFromBuffer } from "file-type";
import { DomainError } from "@/lib/core/errors";
import { MAX_FILE_BYTES } from "../input";
import { convertHeic } from "./convert-heic";
import { inspectPdf } from "./inspect-pdf";
import { redrawImage } from "./redraw-image";

export type InspectedFile = {
  bytes: Uint8Array;
  mediaType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
};

/**
 * What the bytes are, whatever their name claims, in the form that is kept: images are drawn again, so that neither the
 * place where they were taken nor anything hidden in them remains. Throws a sentence for what cannot be kept.
 */
export async function inspectFile(bytes: Uint8Array): Promise<InspectedFile> {
  if (bytes.length === 0) throw new DomainError("file_empty");
  if (bytes.length > MAX_FILE_BYTES) throw new DomainError("file_too_large");

  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (type?.mime) {
    case "image/jpeg":
    case "image/png":
    case "image/webp":
      return { bytes: await redrawImage(bytes, type.mime), mediaType: type.mime };
    case "image/heic":
    case "image/heif":
      return { bytes: await redrawImage(await convertHeic(bytes), "image/jpeg"), mediaType: "image/jpeg" };
    case "application/pdf":
      inspectPdf(bytes);
      return { bytes, mediaType: type.mime };
    default:
      throw new DomainError("file_type_refused");
  }
}
