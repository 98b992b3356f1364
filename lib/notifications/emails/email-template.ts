import type { ReactElement } from "react";
import type { Organization } from "@/lib/core/organization";
import type { TemplateName, TemplatePayload } from "../templates";

export type Sender = Pick<
  NonNullable<Organization>,
  "name" | "shortName" | "address" | "email" | "phone" | "primaryColor"
> & {
  /** Where its logo is served, the same for everyone: it tells nothing of who reads. */
  logoUrl?: string;
  /** The organisation's own words for this message, filled in: its subject, and the paragraphs it begins with. */
  wording?: { subject?: string; opening: string[] };
};

/** How one message is written; pure. */
export type EmailTemplate<Name extends TemplateName> = {
  subject(payload: TemplatePayload<Name>): string;
  body(payload: TemplatePayload<Name>, sender: Sender): ReactElement;
};
