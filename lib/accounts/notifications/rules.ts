import type { NotificationChoices } from "@/db/schema";

export type { NotificationChoices };

/** Reminders until one says no; news only once one says yes (handbook §7.5). What must be said is always said. */
const unlessChosen: NotificationChoices = { reminders: true, news: false };

export const notificationsOf = (chosen: NotificationChoices | null): NotificationChoices => ({
  ...unlessChosen,
  ...chosen,
});
