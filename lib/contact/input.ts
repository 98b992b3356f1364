import { z } from "zod";

export const MAX_BODY = 5000;
export const MAX_FILES = 5;
/** All the files of one message: what a telephone sends in a minute, and what one request may carry. */
const MAX_BYTES = 10 * 1024 * 1024;

const isText = (text: string) => !text.includes("\0");

const optionalId = z.literal("").or(z.uuid()).optional();

export const body = z
  .string("Écrivez votre message.")
  .trim()
  .min(1, "Écrivez votre message.")
  .max(MAX_BODY, "Votre message est trop long : 5\u00a0000 caractères au plus.")
  .refine(isText, "Ce message contient des caractères illisibles.");

export const title = z
  .string("Donnez un objet.")
  .trim()
  .min(1, "Donnez un objet.")
  .max(120, "L’objet est trop long : 120 caractères au plus.")
  .refine(isText, "Cet objet contient des caractères illisibles.");

/** What a browser sends for files that were not chosen is an empty one, under one name or another. */
const files = z
  .array(z.unknown())
  .default([])
  .transform((sent) => sent.filter((one) => one instanceof File).filter(({ size }) => size > 0))
  .refine((files) => files.length <= MAX_FILES, `Joignez ${MAX_FILES} fichiers au plus.`)
  .refine(
    (files) => files.reduce((sum, { size }) => sum + size, 0) <= MAX_BYTES,
    "Vos pièces jointes sont trop volumineuses : 10\u00a0Mo en tout.",
  );

/** Drawn with the form: sent twice, it is still one message. */
const clientKey = z.uuid();

export const threadSubjects = ["enrolment", "reservation", "invoice", "document", "account", "other"] as const;

export const openThreadInput = z.object({
  householdId: z.uuid(),
  subject: z.enum(threadSubjects, "Choisissez un sujet."),
  title: z.literal("").or(title).optional(),
  childId: optionalId,
  activityId: optionalId,
  /** What a family contests: an invoice of its own, and one of its lines or all of it. */
  invoiceId: optionalId,
  invoiceLineId: z.literal("").or(z.coerce.number().int().positive()).optional(),
  body,
  files,
  clientKey,
});
export type OpenThreadInput = z.infer<typeof openThreadInput>;

export const threadInput = z.object({ threadId: z.uuid() });
export type ThreadInput = z.infer<typeof threadInput>;

export const answerThreadInput = threadInput.extend({
  body,
  files,
  clientKey,
  /** The last message that the agent had before their eyes. */
  seenMessageId: optionalId,
  close: z.literal("on").optional(),
});
export type AnswerThreadInput = z.infer<typeof answerThreadInput>;

export const noteThreadInput = threadInput.extend({ body, clientKey });
export type NoteThreadInput = z.infer<typeof noteThreadInput>;

/** Empty: nobody in particular. */
export const assignThreadInput = threadInput.extend({ accountId: z.literal("").or(z.uuid()) });
export type AssignThreadInput = z.infer<typeof assignThreadInput>;

/** The staff's inbox, as its address says it; what makes no sense is the first page of what is to be handled. */
export const inboxInput = z.object({
  q: z.string().trim().max(100).catch(""),
  etat: z.enum(["to_handle", "waiting_family", "closed"]).catch("to_handle"),
  pour: z.enum(["moi", "tous"]).catch("tous"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type InboxInput = z.infer<typeof inboxInput>;

/** What a family may have come to contest, as the page's address says it; what makes no sense is left out. */
export const contestInput = z.object({
  facture: z.uuid().optional().catch(undefined),
  ligne: z.coerce.number().int().positive().optional().catch(undefined),
});
