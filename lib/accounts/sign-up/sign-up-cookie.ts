import { cookies } from "next/headers";
import { signUpCookie } from "@/lib/auth/cookies";

const DAYS_KEPT = 30;

/** The key of the request that was begun in this browser. */
export async function currentSignUpToken(): Promise<string | undefined> {
  return (await cookies()).get(signUpCookie().name)?.value;
}

export async function setSignUpToken(token: string): Promise<void> {
  const { name, options } = signUpCookie();
  (await cookies()).set(name, token, { ...options, maxAge: DAYS_KEPT * 86_400 });
}

export async function clearSignUpToken(): Promise<void> {
  const { name, options } = signUpCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
