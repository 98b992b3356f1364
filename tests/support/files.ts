import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** Small files made by code, honest and not. */

export const aPhoto = (width = 64, height = 48): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#b4541a" } })
    .jpeg()
    .toBuffer();

/** A photograph that says where it was taken, and lies on its side. */
export const aLocatedPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#0e7c86" } })
    .withExif({
      IFD0: { Make: "Telephone", Orientation: "6" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "50/1 37/1 3000/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "3/1 3/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const aPng = (width = 32, height = 32): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: "#2c3fb8" } })
    .png()
    .toBuffer();

export const aWebp = (): Promise<Buffer> =>
  sharp({ create: { width: 32, height: 32, channels: 3, background: "#2c3fb8" } })
    .webp()
    .toBuffer();

type PdfParts = { pages?: number; catalog?: string; objects?: string[]; trailer?: string; behind?: string };

/** A PDF of blank pages, with whatever is added to its catalogue, its objects, its trailer or behind its end. */
export function aPdf({ pages = 1, catalog = "", objects = [], trailer = "", behind = "" }: PdfParts = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"),
    ...objects,
  ];
  let file = "%PDF-1.7\n";
  const offsets = all.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  file += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file + behind, "latin1");
}

/** Objects packed in a compressed stream, as PDF writers do since 2003. */
export function anObjectStream(content: string | Buffer): string {
  const packed = deflateSync(content, { level: 9 }).toString("latin1");
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

/** A few kilobytes that claim to be an image of a billion pixels. */
export async function aBombPng(): Promise<Buffer> {
  const png = await aPng();
  png.writeUInt32BE(32_000, 16);
  png.writeUInt32BE(32_000, 20);
  const header = png.subarray(12, 29);
  png.writeUInt32BE(crc32(header), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
