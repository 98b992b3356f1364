import { emails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { type TemplateName, type TemplatePayload, templates } from "./templates";

type Message<Name extends TemplateName> = {
  template: Name;
  recipient: string;
  payload: TemplatePayload<Name>;
  /** Names the event: "payment-confirmed:<id>". One event, one message, however many times it is told. */
  dedupeKey: string;
};

/** Writes the message and its sending in the transaction of `ctx`: rolled back, nobody hears of it. */
export async function notify<Name extends TemplateName>(ctx: Context, message: Message<Name>): Promise<void> {
  const payload = templates[message.template].payload.parse(message.payload);

  await inTransaction(ctx, async (ctx) => {
    const [email] = await ctx.db
      .insert(emails)
      .values({ ...message, payload, createdAt: ctx.now })
      .onConflictDoNothing({ target: emails.dedupeKey })
      .returning({ id: emails.id });
    if (email) await enqueue(ctx, "send-email", { emailId: email.id });
  });
}
