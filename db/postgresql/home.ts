import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, newOwner, type Owner, ownerOf } from "./owner";

/**
 * The folder of one cluster, with its password and port beside it. It lies in the data folder or, where its owner cannot
 * enter that (root's home), in a place he can, which a symbolic link in the data folder remembers.
 */
export function findHome(dataDir: string): { home: string; owner: Owner } {
  mkdirSync(dataDir, { recursive: true });
  const entry = join(dataDir, "postgres");
  if (!lstatSync(entry, { throwIfNoEntry: false })) createHome(entry, realpathSync(dataDir));

  const home = followEntry(entry);
  const owner = ownerOf(home);
  if (!canEnter(home, owner)) {
    throw new Error(`PostgreSQL ne peut pas entrer dans ${home} : ouvrez les dossiers parents à son propriétaire.`);
  }
  return { home, owner };
}

/** A place that every user can enter, for what cannot stay in the checkout. */
export function reachableFolder(): string {
  for (const parent of ["/var/lib", tmpdir()]) {
    const folder = join(parent, "portail-famille");
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o755);
      return folder;
    } catch {} // a read-only system: the next one
  }
  throw new Error(
    "Aucun dossier n’est ouvert à l’utilisateur de PostgreSQL : ni /var/lib, ni celui des fichiers temporaires.",
  );
}

/** Made aside and then named, so that a start cut short leaves nothing half-made under the name. */
function createHome(entry: string, dataDir: string): void {
  const owner = newOwner();
  const reachable = canEnter(dataDir, owner);
  const home = mkdtempSync(reachable ? `${entry}-` : join(reachableFolder(), "data-"));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(home, owner.uid, owner.gid);
  if (reachable) renameSync(home, entry);
  else symlinkSync(home, entry);
}

function followEntry(entry: string): string {
  try {
    return realpathSync(entry);
  } catch {
    throw new Error(
      `La base que désigne ${entry} a disparu : remettez-la en place, ou supprimez ce lien pour repartir d’une base vide.`,
    );
  }
}
