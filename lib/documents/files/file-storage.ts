import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/core/env";

let opened: Disk | undefined;

const folder = () => join(env().dataDir, "documents");

/** Where the bytes lie: a folder of the installation, outside of anything that is served. */
export function fileStorage(): Disk {
  const location = pathToFileURL(join(process.cwd(), "/"));
  opened ??= new Disk(new FSDriver({ location: new URL(`${folder()}/`, location), visibility: "private" }));
  return opened;
}

/** A name that says nothing, and that nobody can guess. */
export function newStorageKey(): string {
  const name = randomBytes(20).toString("hex");
  return `${name.slice(0, 2)}/${name}`;
}

const isStorageKey = (key: string): boolean => /^[0-9a-f]{2}\/[0-9a-f]{40}$/.test(key);

/** The names of all the files that lie there; what is not one of ours is nobody's business. */
export async function listStorageKeys(): Promise<string[]> {
  if (!existsSync(folder())) return [];
  const keys: string[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await fileStorage().listAll("/", { recursive: true, paginationToken });
    for (const one of page.objects) if (one.isFile && isStorageKey(one.key)) keys.push(one.key);
    paginationToken = page.paginationToken;
  } while (paginationToken);
  return keys;
}
