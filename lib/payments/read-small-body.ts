/** A bank's message is a few kilobytes; anything larger is not one. */
const LIMIT_BYTES = 64 * 1024;

type Message = Pick<Request | Response, "headers" | "body">;

/** The raw text of a bank's message or answer, or undefined when it is too large to be one: what never ends included. */
export async function readSmallBody(message: Message): Promise<string | undefined> {
  if (Number(message.headers.get("content-length") ?? 0) > LIMIT_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message.body ?? []) {
    size += chunk.length;
    if (size > LIMIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
