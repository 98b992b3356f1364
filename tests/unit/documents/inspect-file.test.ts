import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspectFile } from "@/lib/documents/files/inspect-file";
import { MAX_FILE_BYTES } from "@/lib/documents/input";
import { aBombPng, aLocatedPhoto, anObjectStream, aPdf, aPhoto, aPng, aWebp } from "../../support/files";
import { aHeic } from "../../support/heic";

const refusal = (code: string) => expect.objectContaining({ code });

describe("photographs", () => {
  test("are drawn again upright, without the place where they were taken", async () => {
    const located = await aLocatedPhoto();
    expect((await sharp(located).metadata()).exif?.length).toBeGreaterThan(0);
    expect(located.toString("latin1")).toContain("Telephone");

    const { bytes, mediaType } = await inspectFile(located);
    const kept = await sharp(bytes).metadata();
    expect(mediaType).toBe("image/jpeg");
    expect(kept).toMatchObject({ width: 48, height: 64 });
    expect(kept.exif).toBeUndefined();
    expect(kept.orientation).toBeUndefined();
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("Telephone");
  });

  test("keep their kind, by their content and not by their name", async () => {
    for (const [file, format] of [
      [await aPng(), "png"],
      [await aWebp(), "webp"],
      [await aPhoto(), "jpeg"],
    ] as const) {
      const { bytes, mediaType } = await inspectFile(file);
      expect(mediaType).toBe(`image/${format}`);
      expect((await sharp(bytes).metadata()).format).toBe(format);
    }
  });

  test("lose what was hidden behind them", async () => {
    const polyglot = Buffer.concat([await aPhoto(), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
    const { bytes } = await inspectFile(polyglot);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/script|PK/);
  });

  test("of a telephone become JPEG that every computer opens", async () => {
    const { bytes, mediaType } = await inspectFile(aHeic());
    expect(mediaType).toBe("image/jpeg");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 16, height: 16 });
    const { channels } = await sharp(bytes).stats();
    expect(channels.map(({ mean }) => Math.round(mean / 20))).toEqual([11, 5, 3]); // the colour that was written
  });

  test("of a telephone are refused when they are too large, or damaged, before and while they are opened", async () => {
    await expect(inspectFile(aHeic({ claims: 8_000 }))).rejects.toEqual(refusal("image_too_large"));
    await expect(inspectFile(aHeic().subarray(0, 400))).rejects.toEqual(refusal("file_damaged"));
  });

  test("that are cut short are refused", async () => {
    const photo = await sharp({
      create: { width: 600, height: 400, channels: 3, background: "#fff", noise: { type: "gaussian", sigma: 30 } },
    })
      .jpeg()
      .toBuffer();
    await expect(inspectFile(photo.subarray(0, photo.length / 2))).rejects.toEqual(refusal("file_damaged"));
    await expect(inspectFile(photo.subarray(0, 20))).rejects.toEqual(refusal("file_damaged"));
  });

  test("of a billion pixels are refused before they are opened", async () => {
    await expect(inspectFile(await aBombPng())).rejects.toEqual(refusal("image_too_large"));
  });
});

describe("PDF", () => {
  test("that can only be read are kept as they are", async () => {
    const pdf = aPdf({ pages: 30 });
    expect(await inspectFile(pdf)).toEqual({ bytes: pdf, mediaType: "application/pdf" });
    await expect(inspectFile(aPdf({ pages: 31 }))).rejects.toEqual(refusal("pdf_too_long"));
  });

  test.each([
    ["a script", aPdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" })],
    ["a script whose name is disguised", aPdf({ catalog: "/OpenAction << /S /J#61vaScript /JS (x) >>" })],
    ["a program to start", aPdf({ objects: ["<< /S /Launch /F (calc.exe) >>"] })],
    ["another file", aPdf({ catalog: "/Names << /EmbeddedFiles 9 0 R >>" })],
    ["a script in a packed object", aPdf({ objects: [anObjectStream("7 0 << /S /JavaScript /JS (x) >>")] })],
    ["a form that sends itself", aPdf({ objects: ["<< /S /SubmitForm >>"] })],
  ])("with %s are refused", async (_, pdf) => {
    await expect(inspectFile(pdf)).rejects.toEqual(refusal("pdf_active"));
  });

  test("behind a password are refused", async () => {
    await expect(inspectFile(aPdf({ trailer: "/Encrypt 9 0 R" }))).rejects.toEqual(refusal("pdf_locked"));
  });

  test("with something behind their end, before their beginning, or cut short are refused", async () => {
    const pdf = aPdf();
    for (const wrong of [
      aPdf({ behind: "PK\u0003\u0004 a whole archive" }),
      Buffer.concat([Buffer.from("GIF89a"), pdf]),
      pdf.subarray(0, pdf.length - 30),
      Buffer.from("%PDF-1.7\n nothing at all"),
    ]) {
      await expect(inspectFile(wrong)).rejects.toMatchObject({ name: "DomainError" });
    }
  });

  test("whose packed objects never end are refused in little memory", async () => {
    const bomb = aPdf({ objects: [anObjectStream(Buffer.alloc(300 * 1024 * 1024))] });
    expect(bomb.length).toBeLessThan(MAX_FILE_BYTES);
    await expect(inspectFile(bomb)).rejects.toEqual(refusal("file_damaged"));
  });
});

test.each([
  ["nothing", Buffer.alloc(0), "file_empty"],
  ["too much", Buffer.alloc(MAX_FILE_BYTES + 1), "file_too_large"],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "file_type_refused"],
  ["a drawing that can hold scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "file_type_refused"],
  ["a program", Buffer.from("MZ\u0090\u0000 this is a program"), "file_type_refused"],
  ["an archive", Buffer.from("PK\u0003\u0004 an archive"), "file_type_refused"],
  ["an animation", Buffer.from("GIF89a\u0001\u0000\u0001\u0000"), "file_type_refused"],
])("%s is refused with its sentence", async (_, bytes, code) => {
  await expect(inspectFile(bytes)).rejects.toEqual(refusal(code));
});
