/** What Windows-1252 writes elsewhere than Latin-1. */
const special: Record<string, number> = { "€": 0x80, "…": 0x85, "’": 0x92, "–": 0x96, œ: 0x9c, "•": 0x95 };

const encoded = (text: string) =>
  [...text]
    .map((sign) => (special[sign] === undefined ? sign : String.fromCharCode(special[sign])))
    .join("")
    .replace(/[\\()]/g, "\\$&");

/** One page: who publishes it, a heading, and lines; "# " begins a subheading. */
export function drawPdf({ sender, heading, lines }: { sender: string; heading: string; lines: string[] }): Buffer {
  const text = (font: string, size: number, y: number, words: string) =>
    `BT /${font} ${size} Tf 60 ${y} Td (${encoded(words)}) Tj ET`;
  const content = [
    "0.173 0.247 0.722 rg 0 782 595 60 re f",
    `1 1 1 rg ${text("B", 15, 806, sender)}`,
    `0.086 0.106 0.18 rg ${text("B", 22, 728, heading)}`,
    ...lines.map((line, index) => {
      const y = 688 - index * 22;
      return line.startsWith("# ") ? text("B", 13, y, line.slice(2)) : text("R", 11.5, y, line);
    }),
  ].join("\n");
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  return written([
    "<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ]);
}

function written(objects: string[]): Buffer {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
