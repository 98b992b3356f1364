import { eq } from "drizzle-orm";
import { households } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/**
 * Money of a household moves one thing at a time: taken before any of its places, invoices and balances, by everyone who
 * moves it, and kept until the caller's transaction ends. Answers no row for a household that does not exist.
 */
export const lockHousehold = ({ db }: Pick<Context, "db">, householdId: string) =>
  db.select({ id: households.id }).from(households).where(eq(households.id, householdId)).for("no key update");
