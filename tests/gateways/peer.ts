import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type Heard = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };
type Answer = { status?: number; headers?: Record<string, string>; body?: string };
/** "silence" never answers, "drip" never ends: a byte now and then. */
type Reply = Answer | "silence" | { drip: string };

/** The other side of a wire: a real HTTP server that keeps what it heard, and answers as it is told to. */
export async function startPeer(reply: (heard: Heard) => Reply | Promise<Reply>) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const message = { method, path: url, headers, body: await text(request) };
    heard.push(message);
    const answer = await Promise.resolve(message)
      .then(reply)
      .catch((error: unknown): Reply => ({ status: 500, body: String(error) }));
    if (answer === "silence") return;
    if ("drip" in answer) {
      const dripping = setInterval(() => response.write(answer.drip), 20);
      response.once("close", () => clearInterval(dripping));
      return;
    }
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
