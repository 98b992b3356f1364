/** How the payer's browser goes back: a link, or a form when there are `fields`. */
export type BrowserReturn = { url: string; fields?: Record<string, string> };

export const browserReturn = (method: "GET" | "POST", url: string, fields: Record<string, string>): BrowserReturn =>
  method === "POST" ? { url, fields } : { url: withQuery(url, fields) };

/** An address with these fields added to its query. */
export function withQuery(address: string, fields: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
