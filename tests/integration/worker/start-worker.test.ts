import { sql } from "drizzle-orm";
import { expect, vi } from "vitest";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { startWorker } from "@/lib/worker/start-worker";
import { test as base } from "../../support/database";
import { aSecretMessage, countJobs, emailOf } from "../notifications/messages";
import { addressOf } from "./address";

/** Starts a worker on the test's database; it is stopped when the test ends. */
const test = base.extend<{ start: () => ReturnType<typeof startWorker> }>({
  start: async ({ committed, templateUrl }, use) => {
    const workers: Awaited<ReturnType<typeof startWorker>>[] = [];
    const url = await addressOf(committed, templateUrl);
    await use(async () => {
      const worker = await startWorker(url);
      workers.push(worker);
      return worker;
    });
    for (const worker of workers) worker.stop("end of test");
    await Promise.all(workers.map(({ stopped }) => stopped));
  },
});

/** Beside what the schedule adds each minute. */
const mailsToSend = async ({ db }: Context) => [
  ...(await db.execute(
    sql`select attempts, last_error from graphile_worker.jobs where task_identifier = 'send-email'`,
  )),
];

const soon = { timeout: 100_000, interval: 50 };

test("runs what was committed before it started and what comes after", async ({ committed: ctx, start }) => {
  await enqueue(ctx, "expire-holds", {});
  await start();
  const id = await aSecretMessage(ctx);

  await vi.waitFor(async () => {
    expect(await emailOf(ctx, id)).toMatchObject({ status: "kept", tries: 1 });
    expect(await countJobs(ctx)).toBe(0);
  }, soon);
});

test("a job that fails waits for its next try, and stops no other", async ({ committed: ctx, start }) => {
  await enqueue(ctx, "send-email", { emailId: "not an identifier" });
  const id = await aSecretMessage(ctx);
  await start();

  const failed = { attempts: 1, last_error: expect.stringContaining("emailId") };
  await vi.waitFor(async () => {
    expect(await emailOf(ctx, id)).toMatchObject({ status: "kept" });
    expect(await mailsToSend(ctx)).toMatchObject([failed]);
  }, soon);
});

test("takes up again the job of a worker that was killed, and leaves alone those of the living", async ({
  committed: ctx,
  start,
}) => {
  const lost = await aSecretMessage(ctx);
  await ctx.db.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'worker-killed', locked_at = now() - interval '1 minute'`);
  await start();

  await vi.waitFor(async () => expect(await emailOf(ctx, lost)).toMatchObject({ status: "kept" }), soon);
});

test("stops once, and leaves the rest to the next one", async ({ committed: ctx, start }) => {
  const worker = await start();
  worker.stop("test");
  worker.stop("twice");
  await worker.stopped;

  const id = await aSecretMessage(ctx);
  expect(await emailOf(ctx, id)).toMatchObject({ status: "queued" });
  expect(await mailsToSend(ctx)).toHaveLength(1);
});
