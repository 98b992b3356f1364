import { expect, test } from "vitest";
import { deviceInWords } from "@/lib/auth/device-in-words";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64";
const android = "Mozilla/5.0 (Linux; Android 10; K)";

test.each([
  ["Chrome sur Android", `${android} ${blink} Chrome/139.0.0.0 Mobile Safari/537.36`],
  ["Samsung Internet sur Android", `${android} ${blink} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
  ["Firefox sur Android", "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0"],
  ["Chrome sur Windows", `${windows}) ${blink} Chrome/139.0.0.0 Safari/537.36`],
  ["Edge sur Windows", `${windows}) ${blink} Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0`],
  ["Opera sur Windows", `${windows}) ${blink} Chrome/137.0.0.0 Safari/537.36 OPR/121.0.0.0`],
  ["Firefox sur Windows", `${windows}; rv:142.0) Gecko/20100101 Firefox/142.0`],
  ["Safari sur iPhone", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/18.6 Safari/604.1`],
  ["Chrome sur iPhone", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/139.0 Safari/604.1`],
  ["Firefox sur iPad", `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${webkit} FxiOS/142.0 Safari/605.1.15`],
  ["Safari sur Mac", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.6 Safari/605.1.15`],
  ["Chrome sur Chromebook", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/139.0.0.0 Safari/537.36`],
  ["Chrome sur Linux", `Mozilla/5.0 (X11; Linux x86_64) ${blink} HeadlessChrome/139.0.0.0 Safari/537.36`],
  ["Navigateur sur Windows", "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"],
  ["Firefox", "Firefox"],
  ["Appareil inconnu", "curl/8.5.0"],
  ["Appareil inconnu", ""],
  ["Appareil inconnu", null],
])("%s", (words, userAgent) => {
  expect(deviceInWords(userAgent)).toBe(words);
});
