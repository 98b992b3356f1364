// Plain JavaScript without dependency: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

const OLDEST_NODE = [20, 9];
const lockFile = "package-lock.json";
const stamp = "node_modules/.installed-from";

/** Ends with a sentence where the portal could not run; otherwise installs what is missing or outdated. */
export function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Il faut Node ${OLDEST_NODE.join(".")} ou plus récent ; celui-ci est le ${process.versions.node}.`);
  }
  const fingerprint = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (isInstalled(fingerprint)) return;

  console.log("Installation des dépendances…");
  // Not `npm ci`: it refuses a lock file that lacks the packages of other systems. This one follows the lock as well.
  const options = ["--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", ["install", ...options], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("L’installation des dépendances a échoué : les messages ci-dessus disent pourquoi.");
  writeFileSync(stamp, fingerprint);
}

/** By our own stamp or, after somebody's `npm install`, by npm's. */
function isInstalled(fingerprint) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return true;
  const installed = statSync("node_modules/.package-lock.json", { throwIfNoEntry: false });
  return installed !== undefined && !existsSync(stamp) && installed.mtimeMs >= statSync(lockFile).mtimeMs - 60_000;
}

/** @returns {never} */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
