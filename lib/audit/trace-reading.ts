import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { recordEvent } from "./record-event";

type Reading = { type: string; subjectId: string; householdId?: string };

/** Records that someone of the staff read what is nobody else's business; a trace that fails stops no emergency. */
export async function traceReading(ctx: Context, reading: Reading): Promise<void> {
  const { kind } = ctx.actor;
  if (kind !== "agent" && kind !== "observer") return;
  await recordEvent(ctx, reading).catch((error: unknown) => log.error({ err: error }, "a reading was not traced"));
}
