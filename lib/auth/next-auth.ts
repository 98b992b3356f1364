import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { authenticate } from "./authenticate";
import { rememberDevice, sessionCookie } from "./cookies";
import { endSession } from "./end-sessions";
import { signInInput } from "./input";
import { findSession } from "./queries";
import { requestOrigin } from "./request-origin";
import { visitorContext } from "./session";
import { looksLikeToken } from "./token";

declare module "next-auth" {
  interface User {
    sessionToken: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

/**
 * next-auth's cookie holds our random token and nothing else: what it stands for is read from the database each time,
 * so ending a session or changing an account acts at once.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().authSecret,
  useSecureCookies: env().secureCookies,
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: "/connexion", signOut: "/connexion", error: "/connexion" },
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({
      credentials: {
        email: { label: "Adresse e-mail", type: "email" },
        password: { label: "Mot de passe", type: "password" },
      },
      authorize,
    }),
  ],
  jwt: { encode: async ({ token }) => token?.sessionToken ?? "", decode: ({ token }) => readToken(token) },
  callbacks: { jwt: ({ token, user }) => (user ? { ...token, sessionToken: user.sessionToken } : token) },
  events: {
    signOut: async ({ token }) => {
      if (token.sessionToken) await endSession(visitorContext(), token.sessionToken);
    },
  },
  logger: {
    error: (code) => log.warn({ code }, "next-auth"),
    warn: () => {},
    debug: () => {},
  },
});

/** The same command as the form of /connexion, for clients that speak next-auth's protocol. */
async function authorize(credentials: Record<string, string> | undefined) {
  const input = signInInput.safeParse(credentials);
  if (!input.success) return null;
  try {
    const origin = await requestOrigin();
    const { token, actor, account } = await authenticate(visitorContext(), { ...input.data, origin });
    await rememberDevice(account.email);
    return { id: actor.accountId, name: account.displayName, email: account.email, sessionToken: token };
  } catch (error) {
    if (!(error instanceof DomainError)) log.error({ err: error }, "sign-in failed");
    return null;
  }
}

async function readToken(token: string | undefined) {
  if (!looksLikeToken(token)) return null;
  const session = await findSession(visitorContext(), token);
  return session && !session.missing
    ? { name: session.account.displayName, email: session.account.email, sessionToken: token }
    : null;
}

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses under /api/auth: session, csrf, callback, signout. */
export async function handleAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  process.env.NEXTAUTH_URL = env().appUrl; // the only place where next-auth reads its address
  return NextAuth(request, context, authOptions());
}
