import { organization } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { IdentityInput } from "./input";

/** Writes who runs this portal, once; refuses with `already_founded` when it is known already. */
export async function createOrganization(ctx: Context, identity: IdentityInput): Promise<void> {
  authorize(ctx, "settings:write");

  await inTransaction(ctx, async (ctx) => {
    const created = await ctx.db
      .insert(organization)
      .values({ ...identity, siret: identity.siret || null, phone: identity.phone || null, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: organization.id });
    if (created.length === 0) throw new DomainError("already_founded");
    await recordEvent(ctx, { type: "organization.created", data: identity });
  });
}
