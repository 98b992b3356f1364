import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Font, renderToBuffer } from "@react-pdf/renderer";

// The renderer reads neither WOFF2 nor variable fonts: static ones, in two files that complete each other.
const folder = join(process.cwd(), "node_modules/@fontsource/figtree/files");
const subsets = { Figtree: "latin", "Figtree Extended": "latin-ext" };
for (const [family, subset] of Object.entries(subsets)) {
  const fonts = [400, 600].map((weight) => ({
    src: join(folder, `figtree-${subset}-${weight}-normal.woff`),
    fontWeight: weight,
  }));
  Font.register({ family, fonts });
}
// No French hyphenation, but a very long name or address must not run out of its column.
Font.registerHyphenationCallback((word) => (word.length > 24 ? word.split(/(?=[-@.])/) : [word]));

/** Draws a document as PDF: the same bytes for the same document. */
export async function drawPdf(document: Parameters<typeof renderToBuffer>[0]): Promise<Buffer> {
  const pdf = await renderToBuffer(document);
  // The renderer lets go of its tree in a later turn of the event loop, which a loop of documents would never reach.
  await setImmediate();
  return pdf;
}
