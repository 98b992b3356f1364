import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";
import { paletteCss } from "@/lib/core/palette";

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
