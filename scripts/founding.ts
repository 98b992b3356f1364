import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "@/db/client";
import { openFounding } from "@/lib/accounts/founding/open-founding";
import { systemContext } from "@/lib/core/context";
import { findOrganization, type Organization } from "@/lib/core/organization";

/** The address where the organisation is created, as long as there is none. */
export async function findFoundingUrl(databaseUrl: string, appUrl: string): Promise<string | undefined> {
  const { client, db } = connect(databaseUrl, { max: 1 });
  try {
    const token = await openFounding({ actor: { kind: "system", name: "start" }, db, now: new Date() });
    return token && `${appUrl}/demarrage/${token}`;
  } finally {
    await client.end();
  }
}

const alwaysOpen = /^\/(_next\/|__nextjs|demarrage(\/|$)|api\/sante|favicon|manifest)/;
let organization: Organization;

/** Who runs this portal, as it was when it first answered: what can still be said when the database does not answer. */
export const knownOrganization = (): Organization => organization;

/**
 * Until the organisation exists, every address leads to the page that says so, and what is no page is told in a sentence.
 * Answers whether the request goes on. The database is asked until it exists, and never again; when it does not answer,
 * the page says so by itself.
 */
export async function waitForFounding(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { url = "/", method } = request;
  if (organization || alwaysOpen.test(url)) return true;
  const found = await findOrganization(systemContext("server")).catch(() => null);
  if (found) organization = found;
  if (found !== undefined) return true;

  if (method === "GET" && !url.startsWith("/api/")) {
    response.writeHead(307, { Location: "/demarrage", "Cache-Control": "no-store" });
    response.end();
    return false;
  }
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "3600" });
  response.end("Ce portail n’est pas encore en place.\n");
  return false;
}
