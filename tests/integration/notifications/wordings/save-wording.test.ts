import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, messageWordings } from "@/db/schema";
import { notify } from "@/lib/notifications/notify";
import { sendEmail } from "@/lib/notifications/send-email";
import { wordingInput } from "@/lib/notifications/wordings/input";
import { getWording, listWordings, previewWording } from "@/lib/notifications/wordings/queries";
import { saveWording } from "@/lib/notifications/wordings/save-wording";
import { test } from "../../../support/database";
import { anOrganization } from "../../../support/factories";
import { asAgent } from "../../documents/people";

const url = "https://famille.exemple.fr/documents";
const words = {
  template: "document-refused",
  subject: "{structure_courte} : un document à refaire",
  opening: "Chère famille,\n\nL’équipe <b>{structure}</b> vous écrit.",
} as const;
const kept = { transport: undefined, attachmentsOf: async () => [] };

test("the message is sent with these words, escaped, in HTML and in text", async ({ ctx }) => {
  await anOrganization(ctx);
  const admin = asAgent(ctx, "admin");
  await saveWording(admin, words);
  await notify(ctx, { template: "document-refused", recipient: "a@b.fr", payload: { url }, dedupeKey: "x" });
  const [waiting] = await ctx.db.select().from(emails);
  await sendEmail(ctx, waiting?.id ?? "", kept);

  const [email] = await ctx.db.select().from(emails);
  expect(email?.subject).toBe("Saint-Aubin : un document à refaire");
  expect(email?.html).toContain("Chère famille,");
  expect(email?.html).toContain("&lt;b&gt;Ville de Saint-Aubin&lt;/b&gt;");
  expect(email?.html).not.toContain("Bonjour,");
  expect(email?.html).toContain(url);
  expect(email?.text).toContain("L’équipe <b>Ville de Saint-Aubin</b> vous écrit.");
  expect(await getWording(admin, "document-refused")).toMatchObject({ isOwn: true, ...words });
  expect((await listWordings(admin)).filter(({ updatedAt }) => updatedAt)).toMatchObject([
    { template: "document-refused" },
  ]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "wording.saved"));
  expect(events).toHaveLength(1);
});

test("a preview shows an example and keeps nothing", async ({ ctx }) => {
  await anOrganization(ctx);
  const preview = await previewWording(asAgent(ctx, "admin"), {
    template: "account-activation",
    subject: "Bienvenue {prenom}",
    opening: "Bonjour {prenom},",
  });
  expect(preview.subject).toBe("Bienvenue Camille");
  expect(preview.text).toContain("Bonjour Camille,");
  expect(await ctx.db.$count(messageWordings)).toBe(0);
});

test("a subject that says yes or no stays the portal's", async ({ ctx }) => {
  await anOrganization(ctx);
  const admin = asAgent(ctx, "admin");
  await saveWording(admin, { template: "change-decided", subject: "Accepté !", opening: "Bonjour," });
  expect(await getWording(admin, "change-decided")).toMatchObject({ hasSubject: false, subject: "" });
});

test("empty, overlong, or naming what the message does not hold: each is told beside its field", async ({ ctx }) => {
  await anOrganization(ctx);
  const admin = asAgent(ctx, "admin");
  const problem = (values: Partial<typeof words>) => saveWording(admin, { ...words, ...values } as typeof words);
  await expect(problem({ subject: "" as never })).rejects.toMatchObject({
    details: { fields: { subject: [expect.any(String)] } },
  });
  await expect(problem({ opening: "Bonjour {prenom}" as never })).rejects.toMatchObject({
    details: { fields: { opening: ["« {prenom} » n’existe pas dans ce message."] } },
  });
  const refused = { ...words, subject: "a\r\nBcc: tous@ville.fr", opening: "x".repeat(801) };
  expect(Object.keys(wordingInput.safeParse(refused).error?.flatten().fieldErrors ?? {})).toEqual([
    "subject",
    "opening",
  ]);
  expect(wordingInput.safeParse({ ...words, opening: "  " }).success).toBe(false);
  expect(wordingInput.safeParse({ ...words, template: "constructor" }).success).toBe(false);
});

test("only those who keep the settings", async ({ ctx }) => {
  for (const role of ["family_officer", "site_manager", "auditor"] as const) {
    await expect(saveWording(asAgent(ctx, role), words)).rejects.toMatchObject({ code: "forbidden" });
  }
});
