import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { named } from "../../support/clone-database";

/** The address of the database behind `ctx`, for what opens its own connections. */
export async function addressOf({ db }: Context, templateUrl: string): Promise<string> {
  const [row] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  return named(templateUrl, row?.name ?? "");
}
