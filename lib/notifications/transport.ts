export type Attachment = { filename: string; content: Buffer; contentType: string };

export type OutgoingEmail = {
  /** Names the message to the transport, the same at every try: it is how a repeated sending is recognised. */
  id: string;
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
