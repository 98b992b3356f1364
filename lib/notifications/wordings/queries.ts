import { messageWordings } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { renderEmail } from "../render-email";
import { isTemplate, type TemplateName, templates } from "../templates";
import { findWording } from "./find-wording";
import type { WordingInput } from "./input";
import { variablesOf } from "./rules";
import { payloadKeys, samplePayload } from "./sample-payload";

const namesOf = () => Object.keys(templates) as TemplateName[];

/** Every message, and whether its words are the organisation's own. */
export async function listWordings(ctx: Context) {
  authorize(ctx, "settings:write");

  const own = await ctx.db
    .select({ template: messageWordings.template, updatedAt: messageWordings.updatedAt })
    .from(messageWordings);
  const updatedAt = new Map(own.map((wording) => [wording.template, wording.updatedAt]));
  return namesOf()
    .map((template) => ({ template, label: templates[template].label, updatedAt: updatedAt.get(template) ?? null }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr"));
}

/** The words of one message, those of the portal where it has none of its own, and what they may name. */
export async function getWording(ctx: Context, template: string) {
  authorize(ctx, "settings:write");
  if (!isTemplate(template)) throw new DomainError("not_found");

  const [own, standard] = await Promise.all([findWording(ctx, template), standardOf(ctx, template)]);
  return {
    template,
    label: templates[template].label,
    isOwn: own !== undefined,
    hasSubject: standard.hasSubject,
    subject: own?.subject || standard.subject,
    opening: own?.opening ?? standard.opening,
    variables: variablesOf(payloadKeys(template)),
  };
}

/** How the portal says it; a subject that says yes or no is not the organisation's to choose. */
export async function standardOf(ctx: Context, template: TemplateName) {
  const sender = await senderOf(ctx);
  const subjectWith = async (flag: boolean) =>
    (await renderEmail(template, samplePayload(template, { flag, named: true }), sender)).subject;
  const [yes, no] = [await subjectWith(true), await subjectWith(false)];
  const opening = payloadKeys(template).includes("firstName") ? "Bonjour {prenom}," : "Bonjour,";
  return { hasSubject: yes === no, subject: yes === no ? yes : "", opening };
}

/** A message as it would be with these words, for an example; nothing is kept. */
export async function previewWording(ctx: Context, { template, subject, opening }: WordingInput) {
  authorize(ctx, "settings:write");

  return renderEmail(template, samplePayload(template), await senderOf(ctx), { subject, opening });
}

async function senderOf(ctx: Context) {
  const sender = await findOrganization(ctx);
  if (!sender) throw new DomainError("not_found");
  return sender;
}
