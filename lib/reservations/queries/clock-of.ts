import { dateOf } from "@/lib/core/calendar";
import { localTime } from "@/lib/core/format-date";
import type { Clock } from "../rules";

/** What time it is, as the letters of the grid ask. */
export const clockOf = (now: Date): Clock => ({ today: dateOf(now), time: localTime(now), now: now.getTime() });
