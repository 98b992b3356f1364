import type { Context } from "@/lib/core/context";
import { readDeviceProof } from "./known-device";
import type { Origin } from "./request-origin";
import { countTry, forgetTries, forgiveTry, type Limit } from "./throttle";
import { hashToken } from "./token";

const pace = { withinSeconds: 15 * 60, firstLockSeconds: 60 };

const perAccount: Limit = { name: "sign-in-account", tries: 5, ...pace };
const perDevice: Limit = { name: "sign-in-device", tries: 5, ...pace };
/** High, because a school or a mobile operator puts hundreds of families behind one address; successes do not count. */
const perNetwork: Limit = { name: "sign-in-network", tries: 100, ...pace };

export type CountedTry = { person: Counted; network: Counted | undefined };
type Counted = { limit: Limit; key: string };

/** Counts a try to sign in, or refuses it: on a known device by itself, elsewhere by account and by network. */
export async function countSignIn(ctx: Context, email: string, origin: Origin): Promise<CountedTry> {
  const device = readDeviceProof(origin.deviceProof, email);
  const network = device ? undefined : { limit: perNetwork, key: origin.network };
  const person = device ? { limit: perDevice, key: hashToken(device) } : { limit: perAccount, key: hashToken(email) };

  if (network) await countTry(ctx, network.limit, network.key);
  await countTry(ctx, person.limit, person.key);
  return { person, network };
}

/** The password was right. */
export async function acceptTry(ctx: Context, { person, network }: CountedTry): Promise<void> {
  await forgetTries(ctx, person.limit, person.key);
  if (network) await forgiveTry(ctx, network.limit, network.key);
}

/** The password could not be checked. */
export async function withdrawTry(ctx: Context, { person, network }: CountedTry): Promise<void> {
  for (const counted of [person, network]) if (counted) await forgiveTry(ctx, counted.limit, counted.key);
}
