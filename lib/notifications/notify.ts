import { emails } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueueAll } from "@/lib/jobs/enqueue";
import { type TemplateName, type TemplatePayload, templates } from "./templates";

type Message<Name extends TemplateName> = {
  template: Name;
  recipient: string;
  payload: TemplatePayload<Name>;
  /** Names the event: "payment-confirmed:<id>". One event, one message, however many times it is told. */
  dedupeKey: string;
};

/** Writes the message and its sending in the transaction of `ctx`: rolled back, nobody hears of it. */
export const notify = <Name extends TemplateName>(ctx: Context, message: Message<Name>): Promise<void> =>
  notifyAll(ctx, [message]);

/** The same for what one act tells many, in two statements. */
export async function notifyAll<Name extends TemplateName>(ctx: Context, messages: Message<Name>[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({
    ...message,
    payload: templates[message.template].payload.parse(message.payload),
    createdAt: ctx.now,
  }));

  await inTransaction(ctx, async (ctx) => {
    const written = await ctx.db
      .insert(emails)
      .values(rows)
      .onConflictDoNothing({ target: emails.dedupeKey })
      .returning({ id: emails.id });
    await enqueueAll(
      ctx,
      "send-email",
      written.map(({ id }) => ({ emailId: id })),
    );
  });
}
