import { z } from "zod";

/** A box that is not ticked is not sent. */
const box = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

export const chooseNotificationsInput = z.object({ reminders: box, news: box });
export type ChooseNotificationsInput = z.infer<typeof chooseNotificationsInput>;
