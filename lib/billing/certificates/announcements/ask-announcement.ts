import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { AskAnnouncementInput } from "./input";

/**
 * Has every family told that its tax certificate of a year is ready. Refuses a year that is not over: its sums still
 * change. Asked again, only who was not told yet is.
 */
export async function askAnnouncement(ctx: Context, { year }: AskAnnouncementInput): Promise<void> {
  authorize(ctx, "billing:run");
  if (year >= Number(dateOf(ctx.now).slice(0, 4))) {
    throw new DomainError("invalid_input", {
      fields: { year: ["Cette année n’est pas terminée : les sommes peuvent encore changer."] },
    });
  }

  await inTransaction(ctx, async (ctx) => {
    await recordEvent(ctx, { type: "certificates.announced", subjectId: String(year) });
    await enqueue(ctx, "announce-certificates", { year }, { jobKey: `announce-certificates:${year}` });
  });
}
