import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { controls } from "@/lib/reporting/controls/run-controls";

export type Violation = { invariant: string; subject: string };

/** The rules that staff check on demand, all in one statement; a reservation without any change is from before the portal. */
const everything = sql.join(
  controls.map(
    ({ name, broken }) =>
      sql`select ${sql.raw(`'${name}'`)} as invariant, found.subject from (${broken}) found (subject)`,
  ),
  sql` union all `,
);

/** Every broken rule; an empty list is what a test wants to see. */
export async function checkInvariants({ db }: Pick<Context, "db">): Promise<Violation[]> {
  return [...(await db.execute<Violation>(everything))];
}
