import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Owner } from "./owner";

/** What PostgreSQL sees of our environment: nothing that could point it elsewhere. */
export const environment = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", TZ: "UTC" };

/** The data of a home, created on the first call, and the password that opens them. */
export async function openCluster(
  home: string,
  bin: string,
  owner: Owner,
): Promise<{ cluster: string; password: string }> {
  const cluster = join(home, "cluster");
  const passwordFile = join(home, "password");
  if (!existsSync(cluster)) {
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    if (owner.uid !== undefined && owner.gid !== undefined) await chown(passwordFile, owner.uid, owner.gid);
    await initialise({ cluster, passwordFile, bin, owner });
  }
  return { cluster, password: await readFile(passwordFile, "utf8") };
}

/** ICU sorts names as French people expect, on every system; renamed when whole, so that a start cut short begins again. */
async function initialise(place: { cluster: string; passwordFile: string; bin: string; owner: Owner }): Promise<void> {
  const unfinished = `${place.cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const locale = [
    "--encoding=UTF8",
    `--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`,
    "--locale-provider=icu",
    "--icu-locale=fr",
  ];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${place.passwordFile}`];
  await promisify(execFile)(join(place.bin, "initdb"), [`--pgdata=${unfinished}`, ...locale, ...access], {
    ...place.owner,
    cwd: join(place.cluster, ".."),
    env: environment,
  });
  await rename(unfinished, place.cluster);
}
