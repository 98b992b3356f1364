import { asc } from "drizzle-orm";
import { cannedAnswers } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export async function listCannedAnswers(ctx: Context) {
  authorize(ctx, "contact:read");

  return ctx.db
    .select({ id: cannedAnswers.id, title: cannedAnswers.title, body: cannedAnswers.body })
    .from(cannedAnswers)
    .orderBy(asc(cannedAnswers.title));
}
