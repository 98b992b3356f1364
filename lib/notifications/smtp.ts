import { createTransport } from "nodemailer";
import { env } from "@/lib/core/env";
import { EmailRefused, type EmailTransport } from "./transport";

/** Codes of nodemailer for what the server says of the addresses or of the message, not of itself. */
const ABOUT_THE_MESSAGE = ["EENVELOPE", "EMESSAGE"];

/**
 * Sends by SMTP. The protocol has no key against repetition: a crash between the server's "250" and our own commit leads
 * to a second sending, with the same Message-ID, which mail servers and readers use to show it once.
 */
export function smtpTransport(url: string): EmailTransport {
  const { appUrl } = env();
  const server = createTransport(withTimeouts(url));

  return {
    async send({ id, ...email }) {
      const messageId = `<${id}@${new URL(appUrl).hostname}>`;
      const headers = { "Auto-Submitted": "auto-generated" };
      await server.sendMail({ ...email, messageId, headers }).catch((error: Error) => {
        throw isFinal(error) ? new EmailRefused(error.message) : error;
      });
    },
  };
}

/** nodemailer waits for ten minutes by default, and reads its options from the address alone once there is one. */
function withTimeouts(url: string): string {
  const address = new URL(url);
  const timeouts = { connectionTimeout: "10000", greetingTimeout: "10000", socketTimeout: "30000" };
  for (const [name, value] of Object.entries(timeouts)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  }
  return address.href;
}

function isFinal(error: Error & { code?: string; responseCode?: number }): boolean {
  return ABOUT_THE_MESSAGE.includes(error.code ?? "") && (error.responseCode ?? 0) >= 500;
}
