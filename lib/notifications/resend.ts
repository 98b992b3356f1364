import { Resend } from "resend";
import { EmailRefused, type EmailTransport } from "./transport";

const TIMEOUT_MS = 30_000;

/** Sends by Resend, which remembers the idempotency key for a day: all our tries fall within it. */
export function resendTransport(apiKey: string): EmailTransport {
  const resend = new Resend(apiKey);

  return {
    async send({ id, ...email }) {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const options = { idempotencyKey: id, signal };
      const headers = { "Auto-Submitted": "auto-generated" };
      const { error } = await resend.emails.send({ ...email, headers }, options);
      if (!error) return;
      if (error.statusCode === 400 || error.statusCode === 422) throw new EmailRefused(error.message);
      throw new Error(`${error.name}: ${error.message}`);
    },
  };
}
