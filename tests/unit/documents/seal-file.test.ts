import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSealed, openFile, sealFile } from "@/lib/documents/files/seal-file";

const NAME = "ab/cdef";
const PIECE = 64 * 1024;

/** The same bytes as a disk gives them: in pieces that know nothing of ours. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function opened(name: string, bytes: Uint8Array, size = 30_000): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openFile(name, inPieces(bytes, size))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test.each([0, 1, 15, 16, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 200_001])(
  "opens what it closed, of %i bytes",
  async (length) => {
    const bytes = randomBytes(length);
    const sealed = sealFile(NAME, bytes);
    expect(isSealed(sealed)).toBe(true);
    expect(length > 20 && sealed.includes(bytes.subarray(0, 20))).toBe(false);
    for (const size of [length < 100 ? 7 : 30_000, PIECE + 16, 1_000_000]) {
      expect((await opened(NAME, sealed, size)).equals(bytes)).toBe(true);
    }
  },
);

test("gives what was kept before files were sealed as it is", async () => {
  const plain = Buffer.from("%PDF-1.7 et la suite");
  expect(await opened(NAME, plain, 3)).toEqual(plain);
  expect(await opened(NAME, Buffer.from("abc"), 3)).toEqual(Buffer.from("abc"));
});

test("opens under no other name, nor once a bit was changed, a piece swapped or the end cut off", async () => {
  const bytes = randomBytes(3 * PIECE);
  const sealed = sealFile(NAME, bytes);
  await expect(opened("ab/other", sealed)).rejects.toThrow();

  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 4, max: sealed.length - 1 }), async (at) => {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await expect(opened(NAME, altered, PIECE)).rejects.toThrow();
    }),
    { numRuns: 10 },
  );

  const [start, size] = [11, PIECE + 16];
  const swapped = Buffer.concat([
    sealed.subarray(0, start),
    sealed.subarray(start + size, start + 2 * size),
    sealed.subarray(start, start + size),
    sealed.subarray(start + 2 * size),
  ]);
  await expect(opened(NAME, swapped)).rejects.toThrow();
  for (const end of [start, start + 5, start + size, start + 2 * size, sealed.length - 1]) {
    await expect(opened(NAME, sealed.subarray(0, end))).rejects.toThrow();
  }
});

test("two files of the same bytes look nothing alike", () => {
  const bytes = Buffer.alloc(100);
  expect(sealFile(NAME, bytes).subarray(11)).not.toEqual(sealFile(NAME, bytes).subarray(11));
});
