import { messageWordings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { WordingInput } from "./input";
import { standardOf } from "./queries";
import { unknownNames, variablesOf } from "./rules";
import { payloadKeys } from "./sample-payload";

/** Gives a message the organisation's own subject and first words; what they name must be something of this message. */
export async function saveWording(ctx: Context, { template, subject, opening }: WordingInput): Promise<void> {
  authorize(ctx, "settings:write");
  const { hasSubject } = await standardOf(ctx, template);
  if (hasSubject && !subject) throw invalid("subject", "Donnez un objet.");
  const variables = variablesOf(payloadKeys(template));
  for (const [field, text] of Object.entries({ subject, opening })) {
    const [unknown] = unknownNames(text, variables);
    if (unknown !== undefined) throw invalid(field, `« {${unknown}} » n’existe pas dans ce message.`);
  }

  await inTransaction(ctx, async (ctx) => {
    const words = {
      subject: hasSubject ? subject : "",
      opening,
      updatedAt: ctx.now,
      updatedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
    };
    await ctx.db
      .insert(messageWordings)
      .values({ template, ...words })
      .onConflictDoUpdate({ target: messageWordings.template, set: words });
    await recordEvent(ctx, { type: "wording.saved", subjectId: template, data: { subject: words.subject, opening } });
  });
}

const invalid = (field: string, message: string) =>
  new DomainError("invalid_input", { fields: { [field]: [message] } });
