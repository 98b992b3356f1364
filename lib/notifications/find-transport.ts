import { env } from "@/lib/core/env";
import { resendTransport } from "./resend";
import { smtpTransport } from "./smtp";
import type { EmailTransport } from "./transport";

/** The transport of the settings, or undefined: messages are then kept, and read at /admin/messages/envois. */
export function findTransport(): EmailTransport | undefined {
  const { resendApiKey, smtpUrl } = env();
  if (resendApiKey) return resendTransport(resendApiKey);
  if (smtpUrl) return smtpTransport(smtpUrl);
  return undefined;
}
