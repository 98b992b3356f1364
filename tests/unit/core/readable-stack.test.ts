import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readableStack } from "@/lib/core/readable-stack";

const root = mkdtempSync(join(tmpdir(), "pile-"));
const chunks = join(root, ".next/server/chunks");

beforeAll(() => {
  mkdirSync(chunks, { recursive: true });
  // The second column of the chunk's first line comes from line 3, column 5 of the source.
  const map = { version: 3, sources: ["../../../../lib/core/money.ts"], names: [], mappings: "AAAA,CAEI" };
  writeFileSync(join(chunks, "a.js.map"), JSON.stringify(map));
});
afterAll(() => rmSync(root, { recursive: true }));

it("tells in our sources where something went wrong in the built pages", () => {
  const stack = `RangeError: trop\n    at b (${chunks}/a.js:1:2)\n    at async ${chunks}/a.js:1:1`;
  expect(readableStack(stack)).toBe(
    "RangeError: trop\n    at b (lib/core/money.ts:3:5)\n    at async lib/core/money.ts:1:1",
  );
});

it("leaves the places that it knows nothing of", () => {
  const stack = `Error: trop\n    at b (${chunks}/without-map.js:1:2)\n    at node:internal/timers:1:2`;
  expect(readableStack(stack)).toBe(stack);
});
