import { organization } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import type { ChangeColorInput, ChangeIdentityInput, ChangeLegalTextsInput, ChangeSenderInput } from "./input";

type Settings = Partial<ChangeIdentityInput & ChangeColorInput & ChangeLegalTextsInput & ChangeSenderInput>;

/** Changes what the organisation says of itself; an empty text is none. The trace tells old and new. */
export async function changeSettings(ctx: Context, settings: Settings): Promise<void> {
  authorize(ctx, "settings:write");

  await inTransaction(ctx, async (ctx) => {
    const before = await findOrganization(ctx);
    if (!before) throw new DomainError("not_found");
    const after = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value || null]));
    const known: Record<string, unknown> = before;
    const changed = Object.keys(after).filter((name) => known[name] !== after[name]);
    if (changed.length === 0) return;

    await ctx.db.update(organization).set({ ...after, updatedAt: ctx.now });
    const told = Object.fromEntries(changed.map((name) => [name, { old: known[name], new: after[name] }]));
    await recordEvent(ctx, { type: "settings.changed", data: { organization: told } });
  });
}
