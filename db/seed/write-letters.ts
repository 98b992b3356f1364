import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { answerThread } from "@/lib/contact/answer-thread";
import { saveCannedAnswer } from "@/lib/contact/canned-answers/save-canned-answer";
import { markThread } from "@/lib/contact/mark-thread";
import { openThread } from "@/lib/contact/open-thread";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { accounts, invoiceLines, invoices } from "../schema";
import type { Family } from "./families";
import type { KnownFamilies } from "./known-families";

const answers = [
  {
    title: "Annuler une réservation",
    body: "Bonjour,\n\nVous pouvez annuler vous-même depuis « Réservations », jusqu’à la date affichée dans le jour concerné. Le montant déjà payé revient aussitôt en crédit sur votre compte.\n\nBien cordialement,\nLe service enfance",
  },
  {
    title: "Document illisible",
    body: "Bonjour,\n\nLe document envoyé n’est pas lisible. Pouvez-vous le photographier à plat, bien éclairé, et l’envoyer depuis « Documents » ?\n\nBien cordialement,\nLe service enfance",
  },
  {
    title: "Renseignement transmis",
    body: "Bonjour,\n\nMerci pour cette information : nous l’avons transmise à l’équipe.\n\nBien cordialement,\nLe service enfance",
  },
];

const HOUR = 60;

/** What families and the town write to each other: one answer not read yet, one that waits, one that is over. */
export async function writeLetters(ctx: Context, { rousseau, benali }: KnownFamilies, others: Family[]): Promise<void> {
  const [agent] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, "agent@exemple.fr"));
  if (!agent) return;
  const asAgent = (hoursAgo: number): Context => ({
    ...ctx,
    now: addMinutes(ctx.now, -hoursAgo * HOUR),
    actor: { kind: "agent", accountId: agent.id, role: "family_officer" },
  });
  const asParent = ({ id, account, guardians: [first] }: Family, hoursAgo: number): Context => ({
    ...ctx,
    now: addMinutes(ctx.now, -hoursAgo * HOUR),
    actor: { kind: "guardian", accountId: account.id, personId: first?.id ?? "", householdIds: [id] },
  });
  const open = (
    family: Family,
    hoursAgo: number,
    values: Pick<Parameters<typeof openThread>[1], "subject" | "body" | "invoiceId" | "invoiceLineId">,
  ) =>
    openThread(asParent(family, hoursAgo), { householdId: family.id, files: [], clientKey: randomUUID(), ...values });
  const answer = (by: Context, threadId: string, body: string, close?: "on") =>
    answerThread(by, { threadId, body, close, files: [], clientKey: randomUUID() });

  for (const canned of answers) await saveCannedAnswer(asAgent(900), { id: "", ...canned });

  const pickUp = await open(rousseau, 30, {
    subject: "reservation",
    body: "Bonjour,\n\nLa grand-mère de Sohan viendra le chercher vendredi soir. Faut-il l’ajouter quelque part ?\n\nMerci, Cédric Rousseau",
  });
  await markThread(asParent(rousseau, 29), pickUp);
  await answer(
    asAgent(5),
    pickUp.threadId,
    "Bonjour,\n\nOui : dans « Ma famille », les autorisations de Sohan, ajoutez-la aux personnes habilitées. Elle présentera une pièce d’identité.\n\nBonne journée,\nLe service enfance",
  );

  const menu = await open(rousseau, 500, {
    subject: "other",
    body: "Bonjour, le menu de la cantine est-il publié quelque part ? Merci.",
  });
  await answer(asAgent(480), menu.threadId, "Bonjour,\n\nOui, dans « Téléchargements ». Bonne lecture !", "on");
  await markThread(asParent(rousseau, 470), menu);

  await open(benali, 1, {
    subject: "invoice",
    body: "Bonjour,\n\nCe jour-là, la classe était en sortie et n’a pas mangé à la cantine : pouvez-vous vérifier ?\n\nMerci, Samira Benali",
    ...(await lastMealBilled(ctx, benali)),
  });
  for (const [index, family] of others.slice(0, 3).entries()) {
    await open(family, 3 + index * 7, {
      subject: "enrolment",
      body: `Bonjour, peut-on inscrire ${family.children[0]?.firstName ?? "notre enfant"} aux vacances de printemps ?`,
    });
  }
}

/** The line that a family contests. */
async function lastMealBilled({ db }: Context, { id }: Family) {
  const [line] = await db
    .select({ invoiceId: invoiceLines.invoiceId, invoiceLineId: invoiceLines.id })
    .from(invoiceLines)
    .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
    .where(and(eq(invoices.householdId, id), eq(invoices.kind, "invoice")))
    .orderBy(desc(invoiceLines.date), desc(invoiceLines.id))
    .limit(1);
  return line;
}
