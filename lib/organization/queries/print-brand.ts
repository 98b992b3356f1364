import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";
import { paletteOf } from "@/lib/core/palette";
import { readFile } from "@/lib/documents/files/keep-file";
import { flattenImage } from "@/lib/documents/files/redraw-image";

/** What a paper wears of the organisation: its colour, the ground on which ink is read, its logo as a JPEG. */
export type PrintBrand = { color: string; soft: string; logo: Buffer | null };

export const plainBrand: PrintBrand = { color: "#2c3fb8", soft: "#e8ebfb", logo: null };

/** Fine enough for twenty millimetres of paper. */
const SIDE_PIXELS = 300;

/** The last one drawn: a thousand invoices read it once. */
let drawn: { key: string; logo: Buffer } | undefined;

/** The organisation's colour and logo for a PDF; a logo that cannot be read is left out, the paper is due anyway. */
export async function findPrintBrand(ctx: Context): Promise<PrintBrand> {
  authorizeVisitor(ctx);
  const organization = await findOrganization(ctx);
  const { primaryColor = null, logoKey = null } = organization ?? {};
  return {
    ...plainBrand,
    ...(primaryColor && { color: primaryColor, soft: paletteOf(primaryColor).light["primary-soft"] }),
    logo: logoKey ? await logoOf(logoKey).catch(() => null) : null,
  };
}

async function logoOf(key: string): Promise<Buffer> {
  if (drawn?.key !== key) drawn = { key, logo: Buffer.from(await flattenImage(await readFile(key), SIDE_PIXELS)) };
  return drawn.logo;
}
