import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPdf } from "@/lib/documents/files/draw-pdf";
import { aPdf } from "../../support/files";

const sizeOf = async (bytes: Uint8Array) => {
  const { width, height, format } = await sharp(bytes).metadata();
  return { width, height, format };
};

/** A page of a colour of its own, to see that it is drawn as it is. */
const aBluePage = (box: string) =>
  aPdf({
    pages: 1,
    objects: [
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 5 0 R >>`,
      "<< /Length 33 >>\nstream\n0 0.2 0.8 rg 0 0 9000 9000 re f    \nendstream",
    ],
  });

test("draws the first pages one below the other, and no more than four", async () => {
  expect(await sizeOf(await drawPdf(aPdf()))).toEqual({ width: 900, height: 900, format: "jpeg" });
  expect(await sizeOf(await drawPdf(aPdf({ pages: 30 })))).toMatchObject({ width: 900, height: 4 * 900 + 3 * 16 });
});

test("draws a page in its colours, and no larger whatever size it claims", async () => {
  const page = Buffer.from(
    aBluePage("[0 0 200 200]").toString("latin1").replace("/Kids [3 0 R]", "/Kids [4 0 R]"),
    "latin1",
  );
  const { dominant } = await sharp(await drawPdf(page)).stats();
  expect(dominant.b).toBeGreaterThan(dominant.r + 100);
  const tall = Buffer.from(aPdf().toString("latin1").replace("[0 0 200 200]", "[0 0 99 9999]"), "latin1");
  const { width, height } = await sizeOf(await drawPdf(tall));
  expect(Math.max(width, height)).toBeLessThanOrEqual(1400);
});

test("what does not open is said to be damaged", async () => {
  await expect(drawPdf(Buffer.from("%PDF-1.7 rien"))).rejects.toMatchObject({ code: "file_damaged" });
});
