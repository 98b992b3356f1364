import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { env } from "@/lib/core/env";
import { isDatabaseAnswering } from "@/lib/core/health";
import { knownOrganization, waitForFounding } from "./founding";
import { outagePage, RETRY_SECONDS } from "./outage-page";
import { cutBeyondLimit, refuse } from "./request-guard";
import { contentSecurityPolicy, originsOf, securityHeaders } from "./security-headers";
import { tellOutage } from "./tell-outage";

/** How long running requests may take to finish once we are told to stop. */
const DRAIN_MS = 10_000;

const settings = env();
const dev = process.argv.includes("--dev");
const fixedHeaders = Object.entries(securityHeaders({ https: settings.secureCookies }));
const policyWith = contentSecurityPolicy({
  paymentOrigins: originsOf(settings.payfipPayerUrl, settings.systempayUrl),
  dev,
});
const outage = {
  isDatabaseAnswering,
  page: (path: string) => outagePage(knownOrganization(), path),
  retrySeconds: RETRY_SECONDS,
};
const open = new Set<ServerResponse>();
let stopping = false;

// Shorter than a slow phone needs for a large document, longer than proxies keep a connection open.
const timeouts = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };
const server = createServer(timeouts, (request, response) => {
  for (const [name, value] of fixedHeaders) response.setHeader(name, value);
  open.add(response);
  response.once("close", () => open.delete(response));
  if (request.url?.startsWith("/_next/static/")) return void handle(request, response);
  void guard(request, response);
});

const app = next({ dev, dir: process.cwd(), port: settings.port, httpServer: server });
const handle = app.getRequestHandler();

async function guard(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!settings.trustProxy) forgetProxy(request);
  const refusal = refuse(request, settings.appUrl);
  if (refusal) {
    response.writeHead(refusal.status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end(refusal.sentence);
    return;
  }
  cutBeyondLimit(request);
  // Under "no-referrer" browsers post our own forms with the origin "null", which Next would take for another site.
  const { host, origin, "x-forwarded-host": forwardedHost = host } = request.headers;
  if (origin === "null") request.headers.origin = `http://${forwardedHost}`;
  // A page cannot know its own address otherwise, and a stranger must come back to it once signed in.
  request.headers["x-request-path"] = request.url;
  // Next reads the nonce from the policy of the request and puts it on its own scripts.
  const policy = policyWith(randomBytes(16).toString("base64"));
  request.headers["content-security-policy"] = policy;
  setUnlessStricter(response, policy);
  tellOutage(request, response, outage);
  if (await waitForFounding(request, response)) await handle(request, response);
}

/** At the last moment, because Next drops the policy of a route that sends a family's file when there is one already. */
function setUnlessStricter(response: ServerResponse, policy: string): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    if (!response.hasHeader("Content-Security-Policy")) response.setHeader("Content-Security-Policy", policy);
    return writeHead(...head);
  };
}

/** Without a proxy in front of us, only the connection says who calls: the rest is what the caller claims. */
function forgetProxy(request: IncomingMessage): void {
  for (const name of ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip"]) {
    delete request.headers[name];
  }
  request.headers["x-forwarded-for"] = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

/** Lets the running requests finish; connections that only wait for a next one would otherwise hold us back. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  for (const deadline = Date.now() + DRAIN_MS; open.size > 0 && Date.now() < deadline; ) await sleep(20);
  server.closeAllConnections();
  await app.close();
  process.exit(0);
}

await app.prepare();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
server.listen(settings.port);
