import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization, versionOf } from "@/lib/core/organization";
import { paletteCss } from "@/lib/core/palette";
import { readFile } from "@/lib/documents/files/keep-file";

/** How long a server shows a colour that another one has changed. */
const KEPT_MS = 10_000;

type Theme = { css: string; until: number };

/** On `globalThis` because bundles each hold their own modules: the action that changes it must be heard by every page. */
const shared = globalThis as { portailTheme?: Theme };

/** The organisation's colour as style rules, or nothing; kept for some seconds, for every page asks. */
export async function findTheme(ctx: Context): Promise<string> {
  authorizeVisitor(ctx);
  const now = ctx.now.getTime();
  if (shared.portailTheme && shared.portailTheme.until > now) return shared.portailTheme.css;

  const organization = await findOrganization(ctx);
  const css = organization?.primaryColor ? paletteCss(organization.primaryColor) : "";
  shared.portailTheme = { css, until: now + KEPT_MS };
  return css;
}

/** The next page of this server asks again. */
export function forgetTheme(): void {
  shared.portailTheme = undefined;
}

/** The logo, and whether it is the very one that was asked for. */
export async function findLogo(ctx: Context, version: string | null) {
  authorizeVisitor(ctx);
  const organization = await findOrganization(ctx);
  if (!organization?.logoKey) return undefined;
  return { bytes: await readFile(organization.logoKey), isExact: version === versionOf(organization.logoKey) };
}

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
