import { fileTypeFromBuffer } from "file-type";
import { organization } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { dropFile, keepFiles } from "@/lib/documents/files/keep-file";
import { fitImage } from "@/lib/documents/files/redraw-image";
import { MAX_FILE_BYTES } from "@/lib/documents/input";

/** Sharp on every screen, light on every telephone. */
const SIDE_PIXELS = 512;

const accepted = ["image/png", "image/jpeg", "image/webp"];

/** Puts the organisation's logo in place: an image by its content, drawn again; without bytes, there is none any more. */
export async function changeLogo(ctx: Context, bytes: Uint8Array | undefined): Promise<void> {
  authorize(ctx, "settings:write");
  const before = await findOrganization(ctx);
  if (!before) throw new DomainError("not_found");

  const sent = bytes ? [{ fileName: "logo.png", bytes: await draw(bytes) }] : [];
  await keepFiles(ctx, sent, async (ctx, [file]) => {
    await ctx.db.update(organization).set({ logoKey: file?.storageKey ?? null, updatedAt: ctx.now });
    await recordEvent(ctx, { type: "settings.changed", data: { logo: file?.sha256 ?? null } });
    return { value: undefined, isKept: true };
  });
  if (before.logoKey) await dropFile(before.logoKey);
}

async function draw(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length === 0) throw new DomainError("file_empty");
  if (bytes.length > MAX_FILE_BYTES) throw new DomainError("file_too_large");
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!type || !accepted.includes(type.mime)) {
    throw new DomainError("file_type_refused", { message: "Choisissez une image PNG, JPEG ou WebP." });
  }
  return fitImage(bytes, SIDE_PIXELS);
}
