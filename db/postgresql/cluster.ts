import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Owner } from "./owner";

/** What PostgreSQL sees of our environment: nothing that could point it elsewhere. */
export const environment = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", TZ: "UTC" };

type Place = { home: string; bin: string; owner: Owner; durable: boolean };

/** The data of a home, created on the first call, and the password that opens them. */
export async function openCluster(place: Place): Promise<{ cluster: string; password: string }> {
  const cluster = join(place.home, "cluster");
  const passwordFile = join(place.home, "password");
  if (!existsSync(cluster)) {
    const { uid, gid } = place.owner;
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
    await initialise(cluster, passwordFile, place);
  }
  return { cluster, password: await readFile(passwordFile, "utf8") };
}

/** Initialised aside and renamed when whole, so that a start cut short begins again. */
async function initialise(cluster: string, passwordFile: string, { home, bin, owner, durable }: Place): Promise<void> {
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const options = [
    `--pgdata=${unfinished}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    `--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`,
    "--locale-provider=icu", // sorts names as French people expect, on every system
    "--icu-locale=fr",
    ...(durable ? [] : ["--no-sync"]),
  ];
  await promisify(execFile)(join(bin, "initdb"), options, { ...owner, cwd: home, env: environment });
  await rename(unfinished, cluster);
}
