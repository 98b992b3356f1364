import { authorizeAccount } from "@/lib/auth/authorize-account";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { countToReview } from "./queries/to-review";

/** The places of the menu, in order, with the right that each takes; without one it is every agent's. */
const places: [place: string, takes?: Permission][] = [
  ["tableau-de-bord"],
  ["a-valider", "changes:review"],
  ["familles", "families:read"],
  ["regie", "revenue-office:read"],
  ["messages", "messages:read"],
  ["agents", "accounts:write"],
  ["champs", "settings:write"],
  ["securite"],
];

/** What stands around every page of the staff: the organisation, and the places that this agent may open. */
export async function getAdminShell(ctx: Context) {
  authorizeAccount(ctx);
  const reviews = isAllowed(ctx.actor, "changes:review");
  const [organization, waiting] = await Promise.all([findOrganization(ctx), reviews ? countToReview(ctx) : undefined]);
  if (!organization) throw new DomainError("not_found");
  const { name, shortName } = organization;

  const toReview = Object.values(waiting ?? {}).reduce((sum, { count }) => sum + count, 0);
  return {
    organization: { name, shortName },
    demo: env().demo,
    places: places
      .filter(([, takes]) => !takes || isAllowed(ctx.actor, takes))
      .map(([place]) => ({ place, count: place === "a-valider" ? toReview : 0 })),
  };
}
