import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/core/env";

let opened: Disk | undefined;

/** Where the bytes lie: a folder of the installation, outside of anything that is served. */
export function fileStorage(): Disk {
  const location = pathToFileURL(join(process.cwd(), "/"));
  opened ??= new Disk(
    new FSDriver({ location: new URL(`${join(env().dataDir, "documents")}/`, location), visibility: "private" }),
  );
  return opened;
}

/** A name that says nothing, and that nobody can guess. */
export function newStorageKey(): string {
  const name = randomBytes(20).toString("hex");
  return `${name.slice(0, 2)}/${name}`;
}
