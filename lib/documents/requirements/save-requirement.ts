import { eq } from "drizzle-orm";
import { type DocumentValidity, documentRequirements } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { plainText } from "@/lib/core/text";
import type { SaveRequirementInput } from "./input";

/** The kinds that mean something to the portal itself. */
const reserved = ["photo", "judgment", "other"];

/**
 * Adds a paper to those that are asked, or changes one. Whom it is asked of and whether it is about health are settled
 * from the start: what was sent is kept under them. One that is no longer asked keeps its answers.
 */
export async function saveRequirement(ctx: Context, input: SaveRequirementInput): Promise<{ id: string }> {
  authorize(ctx, "settings:write");

  return inTransaction(ctx, async (ctx) => {
    const values = {
      label: input.label,
      help: input.help || null,
      validity: validityOf(input),
      remindDaysBefore: input.remindDaysBefore,
      blocksBooking: input.blocksBooking === "on",
      isActive: input.id ? input.isActive === "on" : true,
    };
    const id = input.id ? await change(ctx, input.id, values) : await add(ctx, input, values);
    await recordEvent(ctx, { type: "settings.changed", subjectId: id, data: { documentRequirement: values } });
    return { id };
  });
}

type Values = Omit<typeof documentRequirements.$inferInsert, "id" | "kind" | "appliesTo" | "isHealth">;

async function change({ db }: Context, id: string, values: Values): Promise<string> {
  const [changed] = await db
    .update(documentRequirements)
    .set(values)
    .where(eq(documentRequirements.id, id))
    .returning({ id: documentRequirements.id });
  if (!changed) throw new DomainError("not_found");
  return changed.id;
}

async function add({ db }: Context, { label, appliesTo, isHealth }: SaveRequirementInput, values: Values) {
  const taken = await db.select({ kind: documentRequirements.kind }).from(documentRequirements);
  const kind = freeKind(label, [...reserved, ...taken.map(({ kind }) => kind)]);
  const [added] = await db
    .insert(documentRequirements)
    .values({ ...values, kind, appliesTo, isHealth: isHealth === "on" })
    .onConflictDoNothing()
    .returning({ id: documentRequirements.id });
  if (!added) throw new DomainError("changed_meanwhile");
  return added.id;
}

/** "attestation-de-natation", and a number behind it when another one is called so. */
function freeKind(label: string, taken: readonly string[]): string {
  const base =
    plainText(label)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 36) || "piece";
  const numbered = Array.from({ length: taken.length + 1 }, (_, index) =>
    index === 0 ? base : `${base}-${index + 1}`,
  );
  return numbered.find((kind) => !taken.includes(kind)) ?? base;
}

function validityOf({ validity, months, untilDate }: SaveRequirementInput): DocumentValidity {
  switch (validity) {
    case "months":
      return { kind: "months", months: Number(months) };
    case "untilDate":
      return { kind: "untilDate", date: untilDate ?? "" };
    default:
      return { kind: validity };
  }
}
