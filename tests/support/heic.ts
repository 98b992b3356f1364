/**
 * A photograph as telephones write it, made by hand: sixteen by sixteen pixels of one colour, in HEVC without any
 * prediction (ITU-T H.265, "pcm"), in an HEIF container (ISO 23008-12).
 */
export function aHeic({ claims = 16, luma = 130, blue = 90, red = 180 } = {}): Buffer {
  const slice = nal(19, sliceBits(luma, blue, red));
  const image = Buffer.concat([uint(4, slice.length), slice]);
  const config = hevcConfiguration();
  const meta = (offset: number) =>
    fullBox(
      "meta",
      fullBox("hdlr", uint(4, 0), text("pict"), Buffer.alloc(13)),
      fullBox("pitm", uint(2, 1)),
      fullBox(
        "iloc",
        uint(1, 0x44),
        uint(1, 0),
        uint(2, 1),
        uint(2, 1),
        uint(2, 0),
        uint(2, 1),
        uint(4, offset),
        uint(4, image.length),
      ),
      fullBox("iinf", uint(2, 1), itemInfo()),
      box(
        "iprp",
        box("ipco", box("hvcC", config), fullBox("ispe", uint(4, claims), uint(4, claims))),
        fullBox("ipma", uint(4, 1), uint(2, 1), uint(1, 2), uint(1, 0x81), uint(1, 0x02)),
      ),
    );
  const kind = box("ftyp", text("heic"), uint(4, 0), text("mif1"), text("heic"));
  const start = kind.length + meta(0).length + 8;
  return Buffer.concat([kind, meta(start), box("mdat", image)]);
}

const text = (letters: string) => Buffer.from(letters, "latin1");

function uint(bytes: number, value: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

function box(name: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint(4, content.length + 8), text(name), content]);
}

const fullBox = (name: string, ...parts: Buffer[]) => box(name, uint(4, 0), ...parts);

/** Version 2 of the box, the only one that holds a type of item. */
const itemInfo = () => box("infe", uint(4, 0x02000000), uint(2, 1), uint(2, 0), text("hvc1"), uint(1, 0));

/** Bits from the first to the last, as headers are written. */
class Bits {
  readonly bits: number[] = [];

  /** A number in so many bits. */
  u(count: number, value: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.bits.push(Math.floor(value / 2 ** bit) % 2);
    return this;
  }

  /** Exponential Golomb. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.u(length, 0).u(length + 1, value + 1);
  }

  end(): this {
    this.bits.push(1);
    return this.align();
  }

  align(): this {
    while (this.bits.length % 8 !== 0) this.bits.push(0);
    return this;
  }

  bytes(): Buffer {
    const bytes = Buffer.alloc(this.bits.length / 8);
    this.bits.forEach((bit, index) => {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
    });
    return bytes;
  }
}

/** A unit of the stream: its type, then its bytes, with a guard wherever they would look like a start. */
function nal(type: number, payload: Buffer): Buffer {
  const out = [type << 1, 1];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(out);
}

/** Main Still Picture, level 3. */
const profile = (bits: Bits) =>
  bits.u(8, 3).u(32, 0x10000000).u(1, 1).u(1, 0).u(1, 1).u(1, 1).u(32, 0).u(12, 0).u(8, 90);

const videoParameters = () =>
  nal(
    32,
    profile(new Bits().u(4, 0).u(2, 3).u(6, 0).u(3, 0).u(1, 1).u(16, 0xffff))
      .u(1, 1)
      .ue(0)
      .ue(0)
      .ue(0)
      .u(6, 0)
      .ue(0)
      .u(1, 0)
      .u(1, 0)
      .end()
      .bytes(),
  );

/** One block of sixteen, never divided, written as it is. */
const sequenceParameters = () =>
  nal(
    33,
    profile(new Bits().u(4, 0).u(3, 0).u(1, 1))
      .ue(0) // identifier
      .ue(1) // 4:2:0
      .ue(16)
      .ue(16)
      .u(1, 0) // no cropping
      .ue(0) // 8 bits
      .ue(0)
      .ue(0)
      .u(1, 1)
      .ue(0)
      .ue(0)
      .ue(0)
      .ue(1) // smallest block: 16
      .ue(0) // largest block: 16
      .ue(0) // transforms from 4
      .ue(2) // to 16
      .ue(0)
      .ue(0)
      .u(3, 0) // no lists, no asymmetry, no offset
      .u(1, 1) // samples may be written as they are
      .u(4, 7)
      .u(4, 7)
      .ue(1)
      .ue(0)
      .u(1, 1)
      .ue(0)
      .u(5, 0)
      .end()
      .bytes(),
  );

const pictureParameters = () =>
  nal(34, new Bits().ue(0).ue(0).u(7, 0).ue(0).ue(0).ue(0).u(3, 0).ue(0).ue(0).u(10, 0).ue(0).u(2, 0).end().bytes());

function hevcConfiguration(): Buffer {
  const arrays = [
    [32, videoParameters()],
    [33, sequenceParameters()],
    [34, pictureParameters()],
  ] as const;
  return Buffer.concat([
    Buffer.from("010310000000b000000000005af000fcfdf8f800000f03", "hex"),
    ...arrays.map(([type, unit]) => Buffer.concat([uint(1, 0x80 | type), uint(2, 1), uint(2, unit.length), unit])),
  ]);
}

/** An intra slice of one block: "not divided" and "as it is" in arithmetic coding, the samples, the end. */
function sliceBits(luma: number, blue: number, red: number): Buffer {
  const bits = new Bits().u(2, 2).ue(0).ue(2).ue(0).end();
  flush(bits, 268);
  const samples = [...Array(256).fill(luma), ...Array(64).fill(blue), ...Array(64).fill(red)];
  for (const sample of samples) bits.u(8, sample);
  flush(bits, 508);
  return bits.bytes();
}

/** The end of the arithmetic coder (9.3.4.6) from where it stands; its first bit is never written. */
function flush(bits: Bits, from: number): void {
  let low = from;
  let outstanding = 0;
  const put: number[] = [];
  const write = (bit: number) => {
    put.push(bit, ...Array(outstanding).fill(1 - bit));
    outstanding = 0;
  };
  for (let shift = 0; shift < 7; shift += 1) {
    if (low < 256) write(0);
    else if (low >= 512) {
      low -= 512;
      write(1);
    } else {
      low -= 256;
      outstanding += 1;
    }
    low *= 2;
  }
  write((low >> 9) & 1);
  put.push((low >> 8) & 1, 1);
  bits.bits.push(...put.slice(1));
  bits.align();
}
