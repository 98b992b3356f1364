import sharp from "sharp";

/** A sheet that was photographed on a kitchen table: a heading, lines, a stamp. */
export function drawPaper(heading: string): Promise<Buffer> {
  const lines = Array.from({ length: 9 }, (_, index) => {
    const width = 420 - ((index * 67) % 160);
    return `<rect x="90" y="${250 + index * 42}" width="${width}" height="12" rx="3" fill="#c3c8d6"/>`;
  }).join("");
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="860">
      <rect width="640" height="860" fill="#8a6f52"/>
      <g transform="rotate(-1.2 320 430)">
        <rect x="40" y="40" width="560" height="780" fill="#fdfdfb"/>
        <rect x="90" y="90" width="120" height="60" rx="6" fill="#2c3fb8"/>
        <text x="90" y="212" font-family="sans-serif" font-size="26" font-weight="700" fill="#161b2e">${heading}</text>
        ${lines}
        <circle cx="470" cy="720" r="58" fill="none" stroke="#a3241b" stroke-width="6"/>
      </g>
    </svg>`),
  )
    .jpeg({ quality: 80 })
    .toBuffer();
}
