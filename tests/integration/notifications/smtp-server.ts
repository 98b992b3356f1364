import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type Received = { recipients: string[]; raw: string };

type Script = {
  /** What is answered at the end of each message, in turn; then "250". */
  afterData?: string[];
  /** What is answered to a recipient. */
  recipient?: string;
  /** Awaited between the acceptance of a message and its answer. */
  hold?: Promise<void>;
};

/** A mail server of forty lines: it speaks enough SMTP to be given messages, and remembers those it accepted. */
export async function smtpServer({ afterData = [], recipient = "250 OK", hold }: Script = {}) {
  const received: Received[] = [];
  const answers = [...afterData];

  const serve = (socket: Socket) => {
    let buffer = "";
    let recipients: string[] = [];
    let readsData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);

    const command = (line: string) => {
      if (/^(EHLO|HELO)/i.test(line)) return say("250 localhost");
      if (/^RCPT TO/i.test(line)) {
        if (recipient.startsWith("250")) recipients.push(line.slice(8).replace(/[<>]/g, "").trim());
        return say(recipient);
      }
      if (/^DATA/i.test(line)) readsData = true;
      if (/^QUIT/i.test(line)) return socket.end("221 Bye\r\n");
      return say(readsData ? "354 Go ahead" : "250 OK");
    };
    const message = async (raw: string) => {
      const answer = answers.shift() ?? "250 Accepted";
      if (answer.startsWith("250")) received.push({ recipients, raw });
      recipients = [];
      await hold;
      say(answer);
    };

    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      buffer += chunk.toString("latin1");
      for (let end = endOf(buffer, readsData); end > 0; end = endOf(buffer, readsData)) {
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end);
        if (!readsData) command(part.trim());
        else {
          readsData = false;
          void message(part);
        }
      }
    });
    say("220 localhost");
  };

  const server = createServer(serve).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function endOf(buffer: string, readsData: boolean): number {
  const mark = readsData ? "\r\n.\r\n" : "\r\n";
  const at = buffer.indexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

/** The value of a header, its lines joined and its accents read. */
export function headerOf({ raw }: Received, name: string): string {
  const [, value = ""] = raw.match(new RegExp(`^${name}: ((?:.|\r\n[ \t])*)`, "im")) ?? [];
  const joined = value.replace(/\r\n[ \t]/g, " ").replaceAll(/\?= +=\?/g, "?==?");
  return joined.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === "b"
      ? Buffer.from(text, "base64").toString()
      : fromQuotedPrintable(text.replaceAll("_", " ")),
  );
}

export const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll("=\r\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString();
