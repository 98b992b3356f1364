import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { assertYearIsOver } from "../rules";
import type { AskAnnouncementInput } from "./input";

/**
 * Has every family told that its tax certificate of a year is ready. Refuses a year that is not over: its sums still
 * change. Asked again, only who was not told yet is.
 */
export async function askAnnouncement(ctx: Context, { year }: AskAnnouncementInput): Promise<void> {
  authorize(ctx, "billing:run");
  assertYearIsOver(year, ctx.now);

  await inTransaction(ctx, async (ctx) => {
    await recordEvent(ctx, { type: "certificates.announced", subjectId: String(year) });
    await enqueue(ctx, "announce-certificates", { year }, { jobKey: `announce-certificates:${year}` });
  });
}
