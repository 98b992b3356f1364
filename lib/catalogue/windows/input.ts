import { z } from "zod";
import { instantOf } from "@/lib/core/calendar";
import { civilDate, clockTime } from "../common-input";

const optionalDate = z.literal("").or(civilDate).default("");
const optionalTime = z.literal("").or(clockTime).default("");

const fields = z.object({
  activityId: z.uuid(),
  /** Which window changes; a new one without it. */
  windowId: z.coerce.number().int().positive().optional(),
  firstDay: civilDate,
  lastDay: civilDate,
  opensOn: civilDate,
  opensTime: clockTime,
  residentsOn: optionalDate,
  residentsTime: optionalTime,
  closesOn: optionalDate,
  closesTime: optionalTime,
});

/** "" where nothing is asked: then there is no instant. */
const instant = (date: string, time: string, byDefault: string) =>
  date === "" ? null : instantOf(date, (time || byDefault).slice(0, 5));

/** When some days of an activity can be booked, as its form writes it; instants come out, or the first problem beside its field. */
export const windowInput = fields
  .transform(({ opensOn, opensTime, residentsOn, residentsTime, closesOn, closesTime, ...days }) => ({
    ...days,
    opensAt: instantOf(opensOn, opensTime.slice(0, 5)),
    residentsOpenAt: instant(residentsOn, residentsTime, opensTime),
    closesAt: instant(closesOn, closesTime, "23:59"),
  }))
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ["lastDay"],
    error: "Le dernier jour vient avant le premier.",
  })
  .refine(({ residentsOpenAt, opensAt }) => residentsOpenAt === null || residentsOpenAt < opensAt, {
    path: ["residentsOn"],
    error: "Les familles de la commune passent avant : choisissez un moment plus tôt que l’ouverture à tous.",
  })
  .refine(({ closesAt, opensAt }) => closesAt === null || opensAt < closesAt, {
    path: ["closesOn"],
    error: "La clôture vient avant l’ouverture.",
  });
export type WindowInput = z.output<typeof windowInput>;

export const windowIdInput = z.object({ windowId: z.coerce.number().int().positive() });
export type WindowIdInput = z.output<typeof windowIdInput>;
