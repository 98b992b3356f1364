import type { Context } from "@/lib/core/context";
import { publishDocument } from "@/lib/documents/publications/publish-document";
import { anActivity, anotherFamily, enroll } from "../../../support/factories";
import { aPdf } from "../../../support/files";
import { aFamily, asAgent } from "../people";

type Values = Partial<Parameters<typeof publishDocument>[1]>;

export async function publish(ctx: Context, values: Values = {}): Promise<string> {
  const agent = asAgent(ctx, "family_officer");
  const { publicationId } = await publishDocument(agent, {
    title: "Menu de la cantine",
    audience: "everyone",
    fromOn: "2026-09-01",
    fileName: "menu.pdf",
    bytes: aPdf(),
    ...values,
  });
  return publicationId;
}

/** A family enrolled in an activity of a structure, and one that is enrolled nowhere. */
export async function twoFamilies(ctx: Context) {
  const activity = await anActivity(ctx);
  const concerned = await anotherFamily(ctx, activity);
  const stranger = await aFamily(ctx);
  return { activity, concerned, stranger, enrollStranger: () => enroll(ctx, stranger.child, activity) };
}
