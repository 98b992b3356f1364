import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

const MEGABYTE = 1024 * 1024;

/** The largest document (10 MB) and the form around it; where families are imported, two files of 20 MB. */
const mostMegabytes = (url: string): number => (/^\/admin\/familles\/import\/?(\?|$)/.test(url) ? 42 : 12);

/** Where other sites may post: the banks' notifications, and the pages by which payers come back from them. */
const openToOtherSites = /^\/(api\/paiements\/|simulateurs\/|paiement\/retour)/;

type Incoming = { method?: string; url?: string; headers: IncomingHttpHeaders };
export type Refusal = { status: number; sentence: string };

/** Refuses, before the application sees them, the requests that change something but are too large or come from another site. */
export function refuse({ method = "GET", url = "/", headers }: Incoming, appUrl: string): Refusal | undefined {
  // No address of ours holds this character, and PostgreSQL stores it nowhere.
  if (url.includes("%00")) return { status: 400, sentence: "Cette adresse n’est pas lisible." };
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return undefined;
  const fromABank = openToOtherSites.test(url);
  // A bank's software may send in pieces, and so does Next when it forwards an action to the page that has it: the
  // bytes are counted as they come.
  if (headers["transfer-encoding"] && !fromABank && !headers["next-action"])
    return { status: 411, sentence: "La taille de l’envoi doit être annoncée." };
  const most = mostMegabytes(url);
  if (Number(headers["content-length"] ?? 0) > most * MEGABYTE) {
    return { status: 413, sentence: `Cet envoi est trop volumineux : ${most} Mo au plus.` };
  }
  if (!fromABank && !comesFromUs(headers, appUrl)) {
    return { status: 403, sentence: "Cette demande vient d’un autre site : elle a été refusée." };
  }
  return undefined;
}

/** Cuts off what announced no size once it is larger than its address may take, before it fills our memory. */
export function cutBeyondLimit(request: IncomingMessage): void {
  if (!request.headers["transfer-encoding"]) return;
  const most = mostMegabytes(request.url ?? "/") * MEGABYTE;
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= most) return push(chunk, encoding);
    request.destroy();
    return false;
  };
}

/** Browsers say where a request comes from, old ones by `Origin` only; what says nothing is no browser and has no cookies. */
function comesFromUs(headers: IncomingHttpHeaders, appUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site) return site === "same-origin" || site === "none";
  const { origin } = headers;
  return (
    !origin || origin === new URL(appUrl).origin || (URL.canParse(origin) && new URL(origin).host === headers.host)
  );
}
