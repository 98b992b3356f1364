import type { ReactElement } from "react";
import type { Organization } from "@/lib/core/organization";
import type { TemplateName, TemplatePayload } from "../templates";

export type Sender = Pick<NonNullable<Organization>, "name" | "shortName" | "address" | "email" | "phone">;

/** How one message is written; pure. */
export type EmailTemplate<Name extends TemplateName> = {
  subject(payload: TemplatePayload<Name>): string;
  body(payload: TemplatePayload<Name>, sender: Sender): ReactElement;
};
