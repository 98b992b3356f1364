import type { ActionResult } from "@/lib/core/action-result";
import type { DayInput } from "@/lib/reservations/input";
import type { DayView } from "@/lib/reservations/rules";
import { send } from "./http";
import { load, type Measure } from "./load";
import type { Portal } from "./portal";
import { actionOf } from "./server-action";
import type { Family } from "./town";

type Pick = <T>(choices: readonly T[]) => T;
type Visit = { portal: Portal; families: Family[]; pick: Pick };

/** The month grid as a browser first asks it; `encoding` is what the browser can decode. */
export function measureGridPage(
  { portal, families, pick }: Visit,
  encoding: string,
  requests: number,
): Promise<Measure> {
  return load(portal, { requests, warmUp: requests / 4 }, () => openGridPage(portal, pick(families), encoding));
}

export async function openGridPage({ url }: Portal, { cookie }: Family, encoding = "gzip, br", signal?: AbortSignal) {
  const headers = { cookie, accept: "text/html", "accept-encoding": encoding, "sec-fetch-dest": "document" };
  const answer = await send(`${url}/reservations`, { headers, signal });
  if (answer.status !== 200) throw new Error(`La grille a répondu ${answer.status}.`);
  return answer;
}

/** The panel of one day, which the grid asks for without a new page. */
export function measureDayPanel(
  { portal, families, pick }: Visit,
  dates: string[],
  requests: number,
): Promise<Measure> {
  const readDay = actionOf<DayInput, ActionResult<DayView>>(portal.url, "dayAction");
  return load(portal, { requests, warmUp: requests / 4 }, async () => {
    const { cookie, householdId } = pick(families);
    const day = await readDay(cookie, { householdId, date: pick(dates) });
    if (!day.ok) throw new Error(`Le panneau du jour a été refusé : ${day.error.message}`);
  });
}
