import { inflateSync } from "node:zlib";

/** Reads the words of a PDF as a reader would, through the character map of each embedded font; nothing between two texts. */
export function pdfText(pdf: Buffer): string {
  const objects = readObjects(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map = ""] = objects.get(id)?.head.match(/\/ToUnicode (\d+) 0 R/) ?? [];
      const characters = objects.get(map)?.stream;
      if (characters) fonts.set(name, readCharacters(characters));
    }
  }
  const pages = [...objects.values()].map(({ stream }) => stream).filter((stream) => stream?.includes(" Tf"));
  return pages.map((page) => readPage(page ?? "", fonts)).join("\n");
}

function readObjects(pdf: Buffer) {
  const objects = new Map<string, { head: string; stream?: string }>();
  for (const [, id = "", body = ""] of pdf.toString("latin1").matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [head = "", data] = body.split("stream\n");
    const bytes = data && Buffer.from(data.replace(/\nend$/, ""), "latin1");
    const stream = bytes && head.includes("FlateDecode") ? inflateSync(bytes).toString("latin1") : bytes?.toString();
    objects.set(id, { head, stream });
  }
  return objects;
}

const decode = (hexadecimal: string) => Buffer.from(hexadecimal, "hex").swap16().toString("utf16le");

function readCharacters(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, first = "0", , targets = ""] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[(.*?)\]/gs)) {
    let code = Number.parseInt(first, 16);
    for (const [, target = ""] of targets.matchAll(/<([0-9a-f ]*)>/g)) {
      characters.set(code.toString(16).padStart(4, "0"), decode(target.replaceAll(" ", "")));
      code += 1;
    }
  }
  return characters;
}

function readPage(page: string, fonts: Map<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined;
  let text = "";
  for (const [, name, shown = ""] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name) font = fonts.get(name);
    const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(
      ([, hexadecimal = ""]) => hexadecimal.match(/.{4}/g) ?? [],
    );
    text += codes.map((code) => font?.get(code) ?? "\ufffd").join("");
  }
  return text;
}
