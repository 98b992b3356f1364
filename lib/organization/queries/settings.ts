import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";

/** The settings as their forms show them. */
export async function getSettings(ctx: Context) {
  authorize(ctx, "settings:write");
  const organization = await findOrganization(ctx);
  if (!organization) throw new DomainError("not_found");
  const { name, shortName, legalForm, siret, address, email, phone, website, openingHours } = organization;
  const { senderName, replyTo, vatMention, primaryColor } = organization;
  const { publisher, host, dpo, legalNotice, privacyNotice, accessibilityLevel, accessibilityNotice } = organization;
  return {
    organization,
    identity: { name, shortName, legalForm, siret, address, email, phone, website, openingHours },
    sender: { senderName, replyTo, vatMention },
    legalTexts: { publisher, host, dpo, legalNotice, privacyNotice, accessibilityLevel, accessibilityNotice },
    primaryColor,
  };
}
