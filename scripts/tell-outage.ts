import type { IncomingMessage, ServerResponse } from "node:http";

type Outage = {
  isDatabaseAnswering: () => Promise<boolean>;
  page: (path: string) => string;
  retrySeconds: number;
};

/**
 * A page that fails because the database does not answer becomes one that says so, with 503. Next would send an empty
 * page for its scripts to fill, and nothing tells it why it failed: so its answer is held back until we know. A failure
 * of any other kind goes on as it was.
 */
export function tellOutage(request: IncomingMessage, response: ServerResponse, outage: Outage): void {
  const isPage = request.method === "GET" && /\btext\/html\b/.test(request.headers.accept ?? "");
  if (!isPage || request.headers.rsc) return;

  const through = {
    writeHead: response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
    write: response.write.bind(response) as (...chunk: unknown[]) => boolean,
    end: response.end.bind(response) as (...chunk: unknown[]) => ServerResponse,
  };
  const held: Buffer[] = [];
  const isHeld = () => response.statusCode >= 500 && !response.headersSent;
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
  };

  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (!isHeld()) return through.writeHead(status, ...rest);
    const headers = rest.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => {
    if (!isHeld()) through.flushHeaders();
  };
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    if (!isHeld()) return through.write(chunk, ...rest);
    hold(chunk);
    return true;
  };
  response.end = (...chunks: unknown[]) => {
    if (!isHeld()) return through.end(...chunks);
    hold(chunks[0]);
    void answer();
    return response;
  };

  async function answer(): Promise<void> {
    Object.assign(response, through);
    if (await outage.isDatabaseAnswering()) return void response.end(Buffer.concat(held));
    for (const name of ["content-encoding", "content-length", "etag", "link"]) response.removeHeader(name);
    response.writeHead(503, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(outage.retrySeconds),
    });
    response.end(outage.page(request.url ?? "/"));
  }
}
