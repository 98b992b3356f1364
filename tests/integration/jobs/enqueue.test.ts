import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { test } from "../../support/database";

type Job = { task_identifier: string; key: string | null; run_at: string };
const jobsOf = async ({ db }: Context) => [
  ...(await db.execute<Job>(sql`select task_identifier, key, run_at from graphile_worker.jobs order by id`)),
];

test("a rolled-back command enqueues nothing", async ({ committed: ctx }) => {
  const command = inTransaction(ctx, async (ctx) => {
    await enqueue(ctx, "expire-holds", {});
    throw new Error("refused");
  });

  await expect(command).rejects.toThrow("refused");
  expect(await jobsOf(ctx)).toEqual([]);
});

test("a committed command leaves its job to the worker", async ({ committed: ctx }) => {
  await inTransaction(ctx, (ctx) => enqueue(ctx, "send-email", { emailId: "00000000-0000-4000-8000-000000000000" }));

  expect(await jobsOf(ctx)).toMatchObject([{ task_identifier: "send-email", key: null }]);
});

test("only the last job waits under a key, at the time it was given", async ({ ctx }) => {
  await enqueue(ctx, "expire-holds", {}, { jobKey: "expire", runAt: new Date("2026-09-09T09:00:00Z") });
  await enqueue(ctx, "expire-holds", {}, { jobKey: "expire", runAt: new Date("2026-09-09T10:00:00Z") });

  const [job, ...others] = await jobsOf(ctx);
  expect(others).toEqual([]);
  expect(new Date(job?.run_at ?? 0)).toEqual(new Date("2026-09-09T10:00:00Z"));
});
