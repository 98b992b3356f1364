import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Longer than any healthy answer, shorter than a supervisor's patience. */
const PATIENCE_MS = 2_000;

/** Whether the database answers, within two seconds. */
export async function isDatabaseAnswering(): Promise<boolean> {
  try {
    const answer = database().execute(sql`select 1`);
    return await Promise.race([answer.then(() => true), delay(PATIENCE_MS, false, { ref: false })]);
  } catch {
    return false;
  }
}
