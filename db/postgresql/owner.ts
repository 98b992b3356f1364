import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The user who runs PostgreSQL: empty for "whoever we are", which is all that a non-root process can choose. */
export type Owner = { uid?: number; gid?: number };

/** PostgreSQL refuses root: new data belong to "nobody" then. */
export function newOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  const [, uid = 65_534, gid = 65_534] = users.match(/^nobody:[^:]*:(\d+):(\d+)/m) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Existing data keep their owner, whoever starts the portal. */
export function ownerOf(folder: string): Owner {
  const { uid, gid } = statSync(folder);
  const ourselves = process.getuid?.() ?? uid;
  if (ourselves === 0) return { uid, gid };
  if (ourselves === uid) return {};
  throw new Error(
    `Le dossier ${folder} appartient à un autre utilisateur : lancez le portail avec celui-ci ou en root.`,
  );
}

/** Whether `owner` may walk down to `folder`, which exists, and list it. */
export function canEnter(folder: string, owner: Owner): boolean {
  if (owner.uid === undefined) return true;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
  const parent = dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canEnter(parent, owner));
}
