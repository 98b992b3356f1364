import { and, eq } from "drizzle-orm";
import { patterns } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PatternIdInput } from "./input";

const ALREADY_UNDONE = "Cette semaine type a déjà été retirée, peut-être par un autre parent.";

/** A pattern of a household that nobody has taken back, locked. Plumbing of the commands of this domain. */
export const findPattern = async (ctx: Context, { householdId, patternId }: PatternIdInput) => {
  const [pattern] = await ctx.db
    .select()
    .from(patterns)
    .where(and(eq(patterns.id, patternId), eq(patterns.householdId, householdId)))
    .for("update");
  if (!pattern) throw new DomainError("not_found");
  if (pattern.undoneAt) throw new DomainError("already_decided", { message: ALREADY_UNDONE });
  return pattern;
};
