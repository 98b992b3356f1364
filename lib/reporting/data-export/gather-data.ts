import { desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { listReceipts } from "@/lib/billing/queries";
import { getThread, listThreads } from "@/lib/contact/queries/family";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { wordsOf } from "@/lib/families/changes/rules";
import { listConsents } from "@/lib/families/consents/queries";
import { getCustody } from "@/lib/families/custody/queries";
import { getHealthRecord } from "@/lib/families/health/queries";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { type FamilyMember, getFamilyFile } from "@/lib/families/queries/family-file";
import { fields, isField } from "@/lib/families/rules";
import { listAccounts } from "@/lib/ledger/queries";
import { listPatterns } from "@/lib/reservations/patterns/queries/list";
import { listEnrolments } from "../queries/household-activity";

export type GatheredData = Awaited<ReturnType<typeof gatherData>>;

const ALL = 10_000;

/**
 * Everything about a household that its guardian may see, read with the guardian's own rights: what is the other
 * household's cannot be in it. In French, for whoever opens the file.
 */
export async function gatherData(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const file = await getFamilyFile(ctx, householdId);
  const children = file.members.filter(({ role }) => role === "child");
  const [documents, inscriptions, reservations, semaines, comptes, recus, factures, echanges, journal, enfants] =
    await Promise.all([
      getHouseholdDocuments(ctx, householdId),
      listEnrolments(ctx, householdId),
      listReservations(ctx, householdId),
      listPatterns(ctx, { householdId }, ALL),
      listAccounts(ctx, householdId),
      listReceipts(ctx, householdId, { limit: ALL }),
      listInvoices(ctx, householdId),
      gatherThreads(ctx, householdId),
      listOwnActions(ctx, householdId),
      Promise.all(children.map((child) => gatherChild(ctx, householdId, child))),
    ]);
  return {
    foyer: { nom: file.name, adresse: wordsOf("household.address", file.values["household.address"] ?? null) },
    membres: file.members.map(memberInWords),
    enfants,
    modifications: file.changes,
    documents: documents.sent.map(({ id, label, about, fileName, status, createdAt, validUntil }) => ({
      id,
      document: label,
      concerne: about,
      fichier: fileName,
      etat: status,
      envoyeLe: createdAt,
      valableJusquau: validUntil,
    })),
    inscriptions: inscriptions.map(({ id: _, ...inscription }) => inscription),
    reservations,
    semainesTypes: semaines.map(({ days, rhythm, lines, except, by, undone }) => ({
      jours: days,
      rythme: rhythm,
      creneaux: lines.map(({ firstName, text }) => `${firstName}, ${text}`),
      sauf: except,
      reserveePar: by,
      retiree: undone,
    })),
    comptes: comptes.map(({ name, balanceCents, movements }) => ({
      regie: name,
      soldeEnCentimes: balanceCents,
      mouvements: movements.map(({ on, label, amountCents }) => ({ date: on, libelle: label, centimes: amountCents })),
    })),
    recus: recus.map(({ number, issuedAt, amountCents, subject }) => ({
      numero: number,
      date: dateOf(issuedAt),
      objet: subject,
      centimes: amountCents,
    })),
    factures,
    echanges,
    journal,
  };
}

const words = ({ values }: FamilyMember) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      isField(field) && value ? [[fields[field].label, wordsOf(field, value)]] : [],
    ),
  );

const memberInWords = (member: FamilyMember) => ({
  prenom: member.firstName,
  nom: member.lastName,
  role: member.role,
  recoitLesFactures: member.isAccountHolder,
  liens: member.ties,
  informations: words(member),
});

/** Health included: it is the parent's own right, and the copy says in the trail whose it holds. */
async function gatherChild(ctx: Context, householdId: string, { personId, firstName }: FamilyMember) {
  const [health, consents, pickup, custody] = await Promise.all([
    getHealthRecord(ctx, personId),
    listConsents(ctx, personId),
    listPickupPersons(ctx, personId),
    getCustody(ctx, personId, householdId),
  ]);
  return {
    id: personId,
    prenom: firstName,
    sante: health.record,
    autorisations: consents.map(({ label, text, answers }) => ({
      autorisation: label,
      texte: text,
      reponses: answers,
    })),
    personnesDeSortie: pickup.map(({ id: _, photoId: __, ...person }) => person),
    garde: custody.homes.length > 1 ? { foyers: custody.homes.map(({ name }) => name), semaines: custody.weeks } : null,
  };
}

const listReservations = ({ db }: Context, householdId: string) =>
  db.execute<{ date: string; enfant: string; prestation: string; etat: string; centimes: number }>(sql`
    select to_char(o.date, 'YYYY-MM-DD') as date, p.first_name as enfant, a.name || ' > ' || s.label as prestation,
      r.status as etat, r.price_cents as centimes
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join persons p on p.id = r.child_id
    where r.household_id = ${householdId} order by o.date, s.starts_at, p.first_name`);

const listInvoices = ({ db }: Context, householdId: string) =>
  db.execute<{ numero: string; nature: string; date: string; echeance: string | null; centimes: number }>(sql`
    select number as numero, kind as nature, to_char(issued_on, 'YYYY-MM-DD') as date,
      to_char(due_on, 'YYYY-MM-DD') as echeance, total_cents as centimes
    from invoices where household_id = ${householdId} order by issued_at`);

async function gatherThreads(ctx: Context, householdId: string) {
  const threads = await listThreads(ctx, householdId);
  const read = [];
  for (const { id } of threads) {
    const { title, createdAt, messages } = await getThread(ctx, id);
    read.push({
      titre: title,
      ouvertLe: createdAt,
      messages: messages.map(({ body, isStaff, author, createdAt, attachments }) => ({
        de: isStaff ? "La structure" : author,
        le: createdAt,
        texte: body,
        piecesJointes: attachments.map(({ fileName }) => fileName),
      })),
    });
  }
  return read;
}

/** What the person did themselves: what others did is in the trail of others. */
async function listOwnActions(ctx: Context, householdId: string) {
  const accountId = "accountId" in ctx.actor ? ctx.actor.accountId : "";
  const rows = await ctx.db
    .select({ le: auditEvents.at, action: auditEvents.type, householdId: auditEvents.householdId })
    .from(auditEvents)
    .where(eq(auditEvents.accountId, accountId))
    .orderBy(desc(auditEvents.id))
    .limit(ALL);
  return rows
    .filter((row) => row.householdId === null || row.householdId === householdId)
    .map(({ le, action }) => ({ le, action }));
}
