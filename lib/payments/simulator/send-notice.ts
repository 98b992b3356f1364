import { simulatedNotices } from "@/db/schema";
import { type Context, systemContext } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { withQuery } from "./browser-return";
import { assertDemonstration } from "./demonstration";

/** `body` is a form; with GET it travels in the query. */
export type Notice = { reference: string; method: "POST" | "GET"; url: string; body: string };

const TIMEOUT_MS = 35_000;

/** Tells the portal, as the banks do, and writes down what it answered. */
export async function sendNotice(ctx: Context, notice: Notice): Promise<void> {
  assertDemonstration();
  const { status, answer } = await deliver(notice).catch((error: unknown) => ({ status: null, answer: String(error) }));
  await ctx.db.insert(simulatedNotices).values({ ...notice, status, answer: answer.slice(0, 500), sentAt: ctx.now });
}

/** Sends one notice per departure: those of now before it returns, the others by timers of this process. */
export async function sendNotices(ctx: Context, notice: Notice, departures: number[]): Promise<void> {
  assertDemonstration();
  for (const seconds of departures) {
    if (seconds === 0) await sendNotice(ctx, notice);
    else setTimeout(() => sendLater(notice), seconds * 1000).unref();
  }
}

const sendLater = (notice: Notice): void => {
  sendNotice(systemContext("simulator"), notice).catch((error: unknown) =>
    log.error({ error }, "notice not journaled"),
  );
};

async function deliver({ method, url, body }: Notice): Promise<{ status: number; answer: string }> {
  const target = method === "GET" ? withQuery(url, Object.fromEntries(new URLSearchParams(body))) : url;
  const response = await fetch(target, {
    method,
    ...(method === "POST" && { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body }),
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, answer: await response.text() };
}
