import { eq } from "drizzle-orm";
import { messageWordings } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Wording } from "./rules";

/** The organisation's own words for a message, when it has some. */
export async function findWording({ db }: Pick<Context, "db">, template: string): Promise<Wording | undefined> {
  const [wording] = await db
    .select({ subject: messageWordings.subject, opening: messageWordings.opening })
    .from(messageWordings)
    .where(eq(messageWordings.template, template));
  return wording;
}
