import { authorizeAccount } from "@/lib/auth/authorize-account";
import { countThreads } from "@/lib/contact/queries/inbox";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { brandOf, findOrganization } from "@/lib/core/organization";
import { countToReview, reviewRights } from "./queries/to-review";

/** The places of the menu, in order, with the rights of which one opens it; without any it is every agent's. */
const places: [place: string, ...takes: Permission[]][] = [
  ["tableau-de-bord"],
  ["a-valider", ...reviewRights],
  ["familles", "families:read"],
  ["services", "catalogue:write"],
  ["tarifs", "tariffs:write"],
  ["regies", "catalogue:write"],
  ["planning", "planning:read"],
  ["pointage", "attendance:write"],
  ["repas", "planning:read"],
  ["contact", "contact:read"],
  ["documents", "publications:write"],
  ["facturation", "invoices:read"],
  ["regie", "revenue-office:read"],
  ["controles", "controls:read"],
  ["messages", "messages:read"],
  ["organisation", "settings:write"],
  ["pieces", "settings:write"],
  ["autorisations", "settings:write"],
  ["modeles", "settings:write"],
  ["champs", "settings:write"],
  ["agents", "accounts:write"],
  ["securite"],
];

/** What stands around every page of the staff: the organisation, and the places that this agent may open. */
export async function getAdminShell(ctx: Context) {
  authorizeAccount(ctx);
  const may = (permission: Permission) => isAllowed(ctx.actor, permission);
  const [organization, waiting, threads] = await Promise.all([
    findOrganization(ctx),
    reviewRights.some(may) ? countToReview(ctx) : undefined,
    may("contact:read") ? countThreads(ctx) : undefined,
  ]);
  if (!organization) throw new DomainError("not_found");

  /** How much waits behind each place. */
  const counts: Record<string, number> = {
    "a-valider": Object.values(waiting ?? {}).reduce((sum, { count }) => sum + count, 0),
    contact: threads?.to_handle ?? 0,
  };
  return {
    organization: brandOf(organization),
    demo: env().demo,
    places: places
      .filter(([, ...takes]) => takes.length === 0 || takes.some(may))
      .map(([place]) => ({ place, count: counts[place] ?? 0 })),
  };
}
