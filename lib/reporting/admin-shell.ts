import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";

/** What stands around every page of the staff: only what everyone may know. */
export async function getAdminShell({ db }: Pick<Context, "db">) {
  const organization = await findOrganization({ db });
  if (!organization) throw new DomainError("not_found");
  const { name, shortName } = organization;
  return { organization: { name, shortName }, demo: env().demo };
}
