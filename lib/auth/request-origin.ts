import { cookies, headers } from "next/headers";
import { deviceCookie } from "./cookies";
import { networkOf } from "./rules";

/** What a request tells of where it comes from: for throttling and for the list of a person's sessions. */
export type Origin = { network: string; userAgent: string | null; deviceProof: string | undefined };

export async function requestOrigin(): Promise<Origin> {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  // The server writes this header itself; behind a trusted proxy the last address is the one that proxy saw.
  const address = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return {
    network: networkOf(address),
    userAgent: sent.get("user-agent")?.slice(0, 200) ?? null,
    deviceProof: kept.get(deviceCookie().name)?.value,
  };
}
