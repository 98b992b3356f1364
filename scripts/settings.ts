import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "@/lib/core/env";

type Settings = Record<string, string | undefined>;

/**
 * What a first start need not say: without a database of its own, the portal is a demonstration with a database and a
 * secret made for it. Throws the sentences of `parseEnv` about what is wrong.
 */
export function completeSettings(given: Settings, folder: string): { settings: Settings; embedded: boolean } {
  const embedded = !given.DATABASE_URL;
  const port = given.PORT || "3000";
  // The real thing never lies where the demonstration does.
  const dataDir = resolve(folder, given.DATA_DIR || (embedded && given.DEMO === "0" ? ".data/portail" : ".data"));
  const settings = {
    ...given,
    PORT: port,
    DATA_DIR: dataDir,
    APP_URL: given.APP_URL || `http://localhost:${port}`,
    DEMO: given.DEMO || (embedded ? "1" : "0"),
    AUTH_SECRET: given.AUTH_SECRET || (embedded ? ownSecret(dataDir) : undefined),
  };
  parseEnv({ ...settings, DATABASE_URL: given.DATABASE_URL || "postgres://localhost/embedded" });
  return { settings, embedded };
}

/** Drawn once, so that sessions outlive a restart. */
function ownSecret(dataDir: string): string {
  const file = join(dataDir, "auth-secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}
