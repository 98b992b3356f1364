import { countTry, forgiveTry, type Limit } from "@/lib/auth/throttle";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findVerified, type VerifiedCertificate } from "./queries/verified";

/** Numbers follow each other: only the code stands between a stranger and what a family paid. */
const perNetwork: Limit = { name: "verification", tries: 20, withinSeconds: 3600, firstLockSeconds: 600 };

type Copied = { numero: string; code: string };

/**
 * Checks a certificate for whoever holds a copy. Undefined when none has this number with this code; refuses with
 * `too_many_attempts` a network that is often wrong: what is right is not counted.
 */
export async function verifyCertificate(ctx: Context, copied: Copied, network: string): Promise<VerifiedCertificate> {
  authorizeVisitor(ctx);

  await countTry(ctx, perNetwork, network);
  const certificate = await findVerified(ctx, copied);
  if (certificate) await forgiveTry(ctx, perNetwork, network);
  return certificate;
}
