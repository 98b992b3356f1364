import type { ActionResult } from "@/lib/core/action-result";
import type { DayInput } from "@/lib/reservations/input";
import type { DayView } from "@/lib/reservations/rules";
import { type Answer, send } from "./http";
import { load, type Measure } from "./load";
import type { Portal } from "./portal";
import { actionOf } from "./server-action";
import { anyOf, type Family } from "./town";

type GridPlan = { requests: number; encoding?: string };

/** The month grid as a browser first asks it; `encoding` is what the browser can decode. */
export function measureGridPage(
  portal: Portal,
  families: Family[],
  { requests, encoding }: GridPlan,
): Promise<Measure> {
  return load(portal, { requests, warmUp: requests }, () => openGridPage(portal, anyOf(families), { encoding }));
}

type Asking = { encoding?: string; signal?: AbortSignal };

export async function openGridPage(
  { url }: Portal,
  { cookie }: Family,
  { encoding = "gzip, deflate, br, zstd", signal }: Asking = {},
): Promise<Answer> {
  const headers = { cookie, accept: "text/html", "accept-encoding": encoding, "sec-fetch-dest": "document" };
  const answer = await send(`${url}/reservations`, { headers, signal });
  if (answer.status !== 200) throw new Error(`La grille a répondu ${answer.status}.`);
  return answer;
}

type DayPlan = { requests: number; dates: string[] };

/** The panel of one day, which the grid asks for without a new page. */
export function measureDayPanel(portal: Portal, families: Family[], { requests, dates }: DayPlan): Promise<Measure> {
  const readDay = actionOf<DayInput, ActionResult<DayView>>(portal, "dayAction");
  return load(portal, { requests, warmUp: requests / 2 }, async () => {
    const { cookie, householdId } = anyOf(families);
    const day = await readDay(cookie, { householdId, date: anyOf(dates) });
    if (!day.ok) throw new Error(`Le panneau du jour a été refusé : ${day.error.message}`);
  });
}
