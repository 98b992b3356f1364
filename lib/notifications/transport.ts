export type Attachment = { filename: string; content: Buffer; contentType: string };

export type OutgoingEmail = {
  /** Names the message to the transport, the same at every try: it is how a repeated sending is recognised. */
  id: string;
  /** Who it comes from, as a mailbox: "Ville de Saint-Aubin <famille@exemple.fr>". */
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  attachments: Attachment[];
};

export interface EmailTransport {
  /** Resolves when the message is accepted. Rejects with `EmailRefused` when no other try can help. */
  send(email: OutgoingEmail): Promise<void>;
}

/** The transport will never accept this message: an address that does not exist, most of the time. */
export class EmailRefused extends Error {
  override readonly name = "EmailRefused";
}

/** The mailbox of the settings, under the name that the organisation gives itself. */
export function fromMailbox(mailFrom: string, senderName: string): string {
  const address = /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  return `"${senderName.replace(/["\\<>\p{Cc}]/gu, "")}" <${address}>`;
}
