import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** What a portal needs before families come, in the order in which it is easiest. */
const stepNames = ["organization", "service", "bank", "invoices", "papers", "agents", "families"] as const;
export type SetupStep = { name: (typeof stepNames)[number]; isDone: boolean };

/** Without these no family can be served; the others can wait. */
const essential: readonly SetupStep["name"][] = ["organization", "service", "families"];

/** The steps of a portal that is being put in place, each done or not; nothing once the essential ones are done. */
export async function listSetupSteps(ctx: Context): Promise<SetupStep[]> {
  authorize(ctx, "settings:write");

  const [done] = await ctx.db.execute<Record<SetupStep["name"], boolean>>(sql`
    select
      exists (select from organization where publisher is not null and host is not null) as organization,
      exists (select from slot_occurrences) as service,
      exists (select from revenue_offices where gateway_secret is not null or gateway_settings->>'numcli' <> '') as bank,
      exists (select from invoice_settings) as invoices,
      exists (select from document_requirements where is_active) as papers,
      (select count(*) from accounts where role is not null and disabled_at is null) > 1 as agents,
      exists (select from households) as families`);
  const steps = stepNames.map((name) => ({ name, isDone: done?.[name] ?? false }));
  return steps.every(({ name, isDone }) => isDone || !essential.includes(name)) ? [] : steps;
}
