import { sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockSeconds, waitInWords } from "./rules";

/** So many tries in so long; one more locks the key, for twice as long each time in the same day. */
export type Limit = {
  name: string;
  tries: number;
  withinSeconds: number;
  firstLockSeconds: number;
  /** What is said before how long to wait. */
  refusal?: string;
};

const DAY_SECONDS = 86_400;

/** Counts a try before it is made, so that a hundred at the same moment are still counted one by one; or refuses it. */
export async function countTry(ctx: Context, limit: Limit, key: string): Promise<void> {
  const tries = triesOf(ctx, limit);
  try {
    await tries.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const isFirstRefusal = refusal.consumedPoints === limit.tries + 1;
    throw tooMany(limit, isFirstRefusal ? await lock(ctx, limit, key) : refusal.msBeforeNext / 1000);
  }
}

/** Takes back a try that was a success. */
export async function forgiveTry(ctx: Context, limit: Limit, key: string): Promise<void> {
  await triesOf(ctx, limit).reward(key);
}

/** Forgets the tries of a key: whoever it is has proved who they are. */
export async function forgetTries(ctx: Context, limit: Limit, key: string): Promise<void> {
  await triesOf(ctx, limit).delete(key);
}

async function lock(ctx: Context, limit: Limit, key: string): Promise<number> {
  const { consumedPoints } = await locksOf(ctx, limit).penalty(key);
  const seconds = lockSeconds(limit.firstLockSeconds, consumedPoints);
  await triesOf(ctx, limit).block(key, seconds);
  await recordEvent(ctx, { type: "throttle.locked", subjectId: `${limit.name}:${key}`, data: { seconds } });
  return seconds;
}

function tooMany({ refusal = "Trop d’essais." }: Limit, seconds: number): DomainError {
  const message = `${refusal} Réessayez dans ${waitInWords(seconds)}.`;
  return new DomainError("too_many_attempts", { message, seconds: Math.ceil(seconds) });
}

const triesOf = (ctx: Context, { name, tries, withinSeconds }: Limit) =>
  counter(ctx, { keyPrefix: name, points: tries, duration: withinSeconds });

const locksOf = (ctx: Context, { name }: Limit) =>
  counter(ctx, { keyPrefix: `${name}-locks`, points: 0, duration: DAY_SECONDS });

type Counter = { keyPrefix: string; points: number; duration: number };

const counter = ({ db }: Context, options: Counter) =>
  new RateLimiterPostgres({
    ...options,
    storeClient: { query: (statement: Statement) => runOn(db, statement) },
    storeType: "client",
    tableName: "throttles",
    tableCreated: true,
    clearExpiredByTimeout: false,
  });

type Statement = { text: string; values: unknown[] };

/** The library writes its SQL for the driver `pg`; this runs it on whichever connection the context holds. */
async function runOn(db: Context["db"], { text, values }: Statement) {
  const pieces = text.split(/\$(\d)/).map((piece, i) => (i % 2 ? sql`${values[Number(piece) - 1]}` : sql.raw(piece)));
  const rows = await db.execute(sql.join(pieces));
  return { rows, rowCount: rows.count };
}
