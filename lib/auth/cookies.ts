import { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import { newDeviceProof } from "./known-device";

/** Over https the prefix makes the browser itself refuse a cookie set by another host or without encryption. */
const cookie = (name: string) => {
  const secure = env().secureCookies;
  return {
    name: `${secure ? "__Host-" : ""}${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
};

export const sessionCookie = () => cookie("portail-session");
export const deviceCookie = () => cookie("portail-appareil");
export const signUpCookie = () => cookie("portail-inscription");

const DEVICE_SECONDS = 365 * 86_400;

export async function setSessionCookie({ token, expiresAt }: { token: string; expiresAt: Date }): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Remembers that this person has signed in from this browser. */
export async function rememberDevice(email: string): Promise<void> {
  const { name, options } = deviceCookie();
  (await cookies()).set(name, newDeviceProof(email), { ...options, maxAge: DEVICE_SECONDS });
}
