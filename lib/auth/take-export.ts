import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { shortInstant } from "@/lib/core/format-date";
import { countTry, type Limit } from "./throttle";

/** More than a month's end takes; an account that was stolen does not carry the families away in an evening. */
const perAccount: Limit = {
  name: "export",
  tries: 60,
  withinSeconds: 3600,
  firstLockSeconds: 600,
  refusal: "Vous avez téléchargé 60 fichiers de données en une heure, le maximum d’un compte.",
};

/** What the trail tells of a file: which one, and what was asked of it. */
type Asked = { name: string; format: string } & Record<string, unknown>;

export type TakenExport = {
  /** Who took the file and when, for each of its rows: it stays with what is copied out of it. */
  mark: string;
  /** Tells the trail how many rows left, once they have. */
  written(rows: number): Promise<void>;
};

/**
 * Lets someone take people's data away in a file (complaints.md §37): counted for their account, traced before the
 * first row is read, marked. Refuses with `too_many_attempts`; that they may read the data is asked beside the query.
 */
export async function takeExport(ctx: Context, asked: Asked): Promise<TakenExport> {
  const accountId = "accountId" in ctx.actor ? ctx.actor.accountId : undefined;
  if (accountId) await countTry(ctx, perAccount, accountId);
  await recordEvent(ctx, { type: "export.downloaded", data: asked });

  const [account] = accountId
    ? await ctx.db.select({ name: accounts.displayName }).from(accounts).where(eq(accounts.id, accountId))
    : [];
  return {
    mark: `${account?.name ?? "Le portail"}, ${shortInstant(ctx.now)}`,
    written: (rows) => recordEvent(ctx, { type: "export.written", data: { name: asked.name, rows } }),
  };
}
