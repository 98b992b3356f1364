import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Asked = {
  method?: "GET" | "POST";
  headers?: OutgoingHttpHeaders;
  body?: Buffer | string;
  signal?: AbortSignal;
};

/** Parents keep their connection, as browsers do. */
const agent = new Agent({ keepAlive: true });

const browser = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "accept-encoding": "gzip, deflate, br, zstd",
  "accept-language": "fr-FR,fr;q=0.9",
  "sec-fetch-site": "same-origin",
};

/** Sends a request as a browser would and reads its whole answer, as it travelled. */
export function send(url: string, { method = "GET", headers = {}, body, signal }: Asked = {}): Promise<Answer> {
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const all = { ...browser, ...length, ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: all, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const decoders: Record<string, (body: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

/** What the answer says, once unpacked. */
export function textOf({ headers, body }: Answer): string {
  const decode = decoders[headers["content-encoding"] ?? ""];
  return String(decode ? decode(body) : body);
}
