import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findOrganization, versionOf } from "@/lib/core/organization";
import { readFile } from "@/lib/documents/files/keep-file";

/** The logo, and whether it is the very one that was asked for. */
export async function findLogo(ctx: Context, version: string | null) {
  authorizeVisitor(ctx);
  const organization = await findOrganization(ctx);
  if (!organization?.logoKey) return undefined;
  return { bytes: await readFile(organization.logoKey), isExact: version === versionOf(organization.logoKey) };
}
