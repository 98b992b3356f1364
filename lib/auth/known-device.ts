import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/core/env";
import { looksLikeToken, newToken } from "./token";

/**
 * A browser where someone has signed in before keeps a proof of it. Its tries are counted apart, so that a stranger who
 * types wrong passwords elsewhere locks the stranger out, not the person at home.
 */
export function newDeviceProof(email: string): string {
  const id = newToken();
  return `${id}.${sign(id, email)}`;
}

/** The identifier of the device when its proof is for this account. */
export function readDeviceProof(proof: string | undefined, email: string): string | undefined {
  const [id, signature] = proof?.split(".") ?? [];
  if (!looksLikeToken(id) || !looksLikeToken(signature)) return undefined;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, email))) ? id : undefined;
}

const sign = (id: string, email: string) =>
  createHmac("sha256", env().authSecret).update(`known-device:${id}:${email}`).digest("base64url");
