import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "@/lib/core/secrets";

/**
 * How a file lies on the disk: a mark, seven random bytes, then pieces of 64 KiB, each with AES-256-GCM. The nonce of a
 * piece holds its number and whether it is the last, so that pieces cannot be swapped, dropped or cut off; the name under
 * which the file is kept is part of what is proved. A file is sealed and opened piece by piece, never all of it in memory
 * twice.
 */
const MARK = Buffer.from("PFC1");
const PREFIX_BYTES = 7;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_PIECE_BYTES = PIECE_BYTES + TAG_BYTES;

const nonceOf = (prefix: Uint8Array, number: number, isLast: boolean): Buffer => {
  const end = Buffer.alloc(5);
  end.writeUInt32BE(number);
  end.writeUInt8(isLast ? 1 : 0, 4);
  return Buffer.concat([prefix, end]);
};

export const isSealed = (bytes: Uint8Array): boolean => MARK.equals(bytes.subarray(0, MARK.length));

/** Closes a file so that it only opens under its own name, with the portal's key. */
export function sealFile(name: string, bytes: Uint8Array): Buffer {
  const piece = sealer(name);
  const last = Math.max(0, Math.ceil(bytes.length / PIECE_BYTES) - 1);
  const pieces = Array.from({ length: last + 1 }, (_, number) =>
    piece(bytes.subarray(number * PIECE_BYTES, (number + 1) * PIECE_BYTES), number === last),
  );
  return Buffer.concat(pieces);
}

/** The same of bytes that come one after the other, of which no more than a piece is held. */
export async function* sealStream(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const piece = sealer(name);
  let held = Buffer.alloc(0);
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    // The last piece is only known by the end.
    for (; held.length > PIECE_BYTES; held = held.subarray(PIECE_BYTES))
      yield piece(held.subarray(0, PIECE_BYTES), false);
  }
  yield piece(held, true);
}

/** Seals the pieces of a file in their order; the first one carries the mark. */
function sealer(name: string) {
  const key = keyFor("files");
  const prefix = randomBytes(PREFIX_BYTES);
  let number = 0;
  return (bytes: Uint8Array, isLast: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(prefix, number, isLast));
    cipher.setAAD(Buffer.from(name));
    const head = number === 0 ? [MARK, prefix] : [];
    number += 1;
    return Buffer.concat([...head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
}

/** Opens what `sealFile` closed, piece by piece; what was kept before files were sealed is given as it is. */
export async function* openFile(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const key = keyFor("files");
  let held = Buffer.alloc(0);
  let prefix: Uint8Array | undefined;
  let isPlain = false;
  let number = 0;

  const open = (piece: Uint8Array, isLast: boolean): Buffer => {
    if (!prefix || piece.length < TAG_BYTES) throw new Error("The file is cut off");
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(prefix, number, isLast));
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(piece.subarray(-TAG_BYTES));
    number += 1;
    return Buffer.concat([decipher.update(piece.subarray(0, -TAG_BYTES)), decipher.final()]);
  };

  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    if (!prefix && !isPlain && held.length >= MARK.length + PREFIX_BYTES) {
      isPlain = !isSealed(held);
      if (!isPlain) {
        prefix = held.subarray(MARK.length, MARK.length + PREFIX_BYTES);
        held = held.subarray(MARK.length + PREFIX_BYTES);
      }
    }
    if (isPlain) {
      yield held;
      held = Buffer.alloc(0);
    }
    // The last piece is only known by the end of the file.
    while (prefix && held.length > SEALED_PIECE_BYTES) {
      yield open(held.subarray(0, SEALED_PIECE_BYTES), false);
      held = held.subarray(SEALED_PIECE_BYTES);
    }
  }
  if (prefix) yield open(held, true);
  else if (held.length > 0) yield held;
}
