import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { invoiceControls } from "./invoice-controls";
import { moneyControls } from "./money-controls";
import { paymentControls } from "./payment-controls";
import { placeControls } from "./place-controls";
import type { Control } from "./rules";
import { trailControls } from "./trail-controls";

const themes = {
  places: placeControls,
  argent: moneyControls,
  paiements: paymentControls,
  factures: invoiceControls,
  journal: trailControls,
};
export type ControlTheme = keyof typeof themes;

export const controls: (Control & { theme: ControlTheme })[] = (Object.keys(themes) as ControlTheme[]).flatMap(
  (theme) => themes[theme].map((control) => ({ ...control, theme })),
);

/** As many as one looks at before asking for help. */
const EXAMPLES = 20;

export type ControlResult = { theme: ControlTheme; name: string; sentence: string; count: number; examples: string[] };

/** Checks every rule at one instant, and changes nothing: one statement sees one state of the database. */
export async function runControls(ctx: Context): Promise<ControlResult[]> {
  authorize(ctx, "controls:read");

  const counted = controls.map(
    ({ broken }, index) => sql`
      select ${sql.raw(String(index))} as index, count(*)::int as count,
        coalesce((array_agg(found.subject))[1:${sql.raw(String(EXAMPLES))}], '{}') as examples
      from (${broken}) found (subject)`,
  );
  const rows = await ctx.db.execute<{ index: number; count: number; examples: string[] }>(
    sql`${sql.join(counted, sql` union all `)} order by index`,
  );
  return rows.flatMap(({ index, count, examples }) => {
    const control = controls[index];
    return control ? [{ theme: control.theme, name: control.name, sentence: control.sentence, count, examples }] : [];
  });
}
