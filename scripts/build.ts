import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./processes";

/** What the pages are made of; tests and scripts change nothing in them. */
const sources = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const stamp = join(root, ".next", "built-from");

/** Builds the pages, unless those that stand there come from the same sources. */
export async function buildIfNeeded(signal?: AbortSignal): Promise<void> {
  const fingerprint = fingerprintOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return;

  console.log("Construction des pages (une minute environ)…");
  rmSync(stamp, { force: true });
  const build = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    signal,
  });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("La construction des pages a échoué : les messages ci-dessus disent pourquoi.");
  writeFileSync(stamp, fingerprint);
}

function fingerprintOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesOf))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfNeeded();
