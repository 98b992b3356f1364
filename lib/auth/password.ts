import { hash, verify } from "@node-rs/argon2";
import { hashing } from "./hashing-pool";

/** argon2id is the library's default; 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password nobody knows, at the same cost: an unknown account takes the same time as a wrong password. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$WxIzju7mSOKenBEdexeoAg$LVW/o4DrzJcpNCkqocNEZiBRtlVQ+zqGKR2s6oYKJs4";

/** Accents typed on two keyboards can differ in bytes. */
const canonical = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hashing(() => hash(canonical(password), cost));

/** False as well, and as slowly, when there is no hash to compare with. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await hashing(() => verify(passwordHash ?? NOBODY, canonical(password)));
  return matches && passwordHash != null;
}
