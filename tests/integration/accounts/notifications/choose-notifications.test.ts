import { expect } from "vitest";
import { chooseNotifications } from "@/lib/accounts/notifications/choose-notifications";
import { chooseNotificationsInput } from "@/lib/accounts/notifications/input";
import { getOwnNotifications } from "@/lib/accounts/notifications/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aGuardianAccount, as, asVisitor, eventTypes } from "../../auth/people";

test("reminders until one says no, news only once one says yes", async ({ ctx }) => {
  const [holder, other] = [
    as(ctx, await aGuardianAccount(ctx)),
    as(ctx, await aGuardianAccount(ctx, { email: "b@c.fr" })),
  ];
  expect(await getOwnNotifications(holder)).toEqual({ reminders: true, news: false });

  await chooseNotifications(holder, chooseNotificationsInput.parse({ news: "on" }));

  expect(await getOwnNotifications(holder)).toEqual({ reminders: false, news: true });
  expect(await getOwnNotifications(other)).toEqual({ reminders: true, news: false });
  expect(await eventTypes(ctx)).toContain("notifications.chosen");
});

test("is nobody's but one's own", async ({ ctx }) => {
  expect(await codeOf(chooseNotifications(asVisitor(ctx), { reminders: true, news: true }))).toBe("unauthenticated");
});
