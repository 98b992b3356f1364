import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const systemBrowser = "/usr/bin/chromium";
const quiet = ["quic", "gpu", "background-networking", "component-update", "sync"].map(
  (feature) => `--disable-${feature}`,
);

/** A Chromium without a window: the one that comes as a package, with its libraries and fonts, or else the system's. */
export async function launchBrowser(): Promise<Browser> {
  const packaged = unpackOnce();
  return chromium.launch({
    executablePath: packaged ? join(packaged, "chromium") : systemBrowser,
    args: ["--headless", "--no-sandbox", "--no-first-run", "--lang=fr-FR", ...quiet],
    env: { ...process.env, ...(packaged && environmentOf(packaged)) },
  });
}

/** Unpacks aside and renames, so that two runs, or one cut short, never share a half-written browser. */
function unpackOnce(): string | undefined {
  const folder = join(tmpdir(), `portail-chromium-${packageVersion()}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;

  const aside = mkdtempSync(`${folder}-`);
  try {
    // It unpacks into the temporary folder and, only where it believes to be on Amazon's servers, its libraries as well.
    const script = 'import("@sparticuz/chromium").then((m) => m.default.executablePath())';
    const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    execFileSync(process.execPath, ["--eval", script], { env, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(join(aside, "fonts.conf"), fontConfiguration(folder));
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (existsSync(folder)) return folder;
    if (existsSync(systemBrowser)) return undefined;
    throw error;
  }
  return folder;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(dirname(entry), "../../package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

const environmentOf = (folder: string) => ({
  LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
  FONTCONFIG_FILE: join(folder, "fonts.conf"),
  LANGUAGE: "fr",
});

/** Without any font Chromium dies; with the system's it also finds the rarer signs. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts", "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
