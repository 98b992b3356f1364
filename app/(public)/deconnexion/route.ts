import { clearSessionCookie } from "@/lib/auth/cookies";
import { endSession } from "@/lib/auth/end-sessions";
import { currentToken, sessionContext } from "@/lib/auth/session";

/** A plain form posts here: signing out works without script, and the browser is told to forget what it kept. */
export async function POST(): Promise<Response> {
  const token = await currentToken();
  if (token) await endSession(await sessionContext(), token);
  await clearSessionCookie();
  return new Response(null, {
    status: 303,
    headers: { Location: "/connexion?etat=deconnecte", "Clear-Site-Data": '"cache", "storage"' },
  });
}
