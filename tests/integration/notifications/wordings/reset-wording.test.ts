import { expect } from "vitest";
import { messageWordings } from "@/db/schema";
import { getWording } from "@/lib/notifications/wordings/queries";
import { resetWording } from "@/lib/notifications/wordings/reset-wording";
import { saveWording } from "@/lib/notifications/wordings/save-wording";
import { test } from "../../../support/database";
import { anOrganization } from "../../../support/factories";
import { asAgent } from "../../documents/people";

test("the message takes the words of the portal back", async ({ ctx }) => {
  await anOrganization(ctx);
  const admin = asAgent(ctx, "admin");
  const template = "account-activation";
  await saveWording(admin, { template, subject: "Bienvenue", opening: "Salut {prenom}," });
  await expect(resetWording(asAgent(ctx, "family_officer"), { template })).rejects.toMatchObject({ code: "forbidden" });
  await resetWording(admin, { template });
  await resetWording(admin, { template });
  expect(await getWording(admin, template)).toMatchObject({
    isOwn: false,
    subject: "Activez votre compte du portail famille",
    opening: "Bonjour {prenom},",
  });
  expect(await ctx.db.$count(messageWordings)).toBe(0);
});
