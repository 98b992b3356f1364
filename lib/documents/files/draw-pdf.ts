import { join } from "node:path";
import sharp from "sharp";
import { DomainError } from "@/lib/core/errors";
import { runApart } from "./run-apart";

type Bitmap = { width: number; height: number; data: Uint8Array };

/** What an agent needs to judge a paper; whoever wants the rest downloads it. */
const PAGES = 4;
/** The largest that a page is drawn, in pixels, whatever size it claims. */
const MAX_SIZE = { width: 900, height: 1400 };
const GAP = 16;

/** The first pages of a PDF as one image, one below the other. */
export async function drawPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const script = join(process.cwd(), "scripts", "pdf-to-bitmaps.mjs");
  const { drawn: all } = await runApart<{ drawn: Bitmap[] }>(script, { bytes, pages: PAGES, ...MAX_SIZE });
  const drawn = all.filter((page) => page.width > 0 && page.height > 0);
  if (drawn.length === 0) throw new DomainError("file_damaged");
  const width = Math.max(...drawn.map((page) => page.width));
  const height = drawn.reduce((sum, page) => sum + page.height + GAP, -GAP);
  let top = 0;
  const placed = drawn.map(({ data, ...page }) => {
    const layer = {
      input: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
      raw: { ...page, channels: 4 as const },
      left: 0,
      top,
    };
    top += page.height + GAP;
    return layer;
  });
  return sharp({ create: { width, height, channels: 3, background: "#c8cddb" } })
    .composite(placed)
    .jpeg({ quality: 80 })
    .toBuffer();
}
