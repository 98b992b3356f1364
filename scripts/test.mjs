import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();

const reports = mkdtempSync(join(tmpdir(), "portail-reports-"));
const total = { passed: 0, failed: 0 };

check("Style", "node_modules/@biomejs/biome/bin/biome", "check", ".");
check("Construction", "--import", "tsx", "scripts/build.ts");
check("Types", "node_modules/typescript/bin/tsc", "--noEmit");
check("Code mort", "node_modules/knip/bin/knip.js");
suite("Règles, base et banques", "unit", "integration");
suite("Parcours dans un navigateur", "e2e");

rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** A step that passes or fails as a whole. */
function check(title, ...command) {
  if (run(title, command)) total.passed++;
  else total.failed++;
}

/** Tests, counted one by one; a run that ends badly without a failed test counts as one. */
function suite(title, ...projects) {
  const report = join(reports, `${projects[0]}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const selection = projects.map((project) => `--project=${project}`);
  const succeeded = run(title, ["node_modules/vitest/vitest.mjs", "run", ...selection, ...reporters]);
  const { numPassedTests, numFailedTests } = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0 };
  total.passed += numPassedTests;
  total.failed += succeeded ? 0 : Math.max(1, numFailedTests);
}

function run(title, command) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit", timeout: 20 * 60_000 });
  return status === 0;
}
