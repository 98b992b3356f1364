import { parentPort, workerData } from "node:worker_threads";
import { PDFiumLibrary } from "@hyzyla/pdfium";

const { bytes, pages, width, height } = workerData;
const library = await PDFiumLibrary.init();
const document = await library.loadDocument(bytes);

const drawn = [];
for (let index = 0; index < Math.min(pages, document.getPageCount()); index += 1) {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(width / originalWidth, height / originalHeight);
  const { data, ...size } = await page.render({ scale, render: "bitmap" });
  drawn.push({ width: size.width, height: size.height, data });
}
parentPort.postMessage({ drawn, count: document.getPageCount() });
