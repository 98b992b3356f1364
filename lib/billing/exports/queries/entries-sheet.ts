import { and, asc, eq, gt, gte, lt } from "drizzle-orm";
import {
  households,
  type LedgerAccount,
  type LedgerKind,
  ledgerEntries,
  ledgerTransactions,
  revenueOffices,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { Cell, Sheet } from "../rules";
import type { SheetFilter } from "./filter";
import { PAGE, readPages } from "./read-pages";

const accountNames: Record<LedgerAccount, string> = {
  household: "Compte famille",
  receivable: "Créance famille",
  bank: "Encaissements",
  deferred_revenue: "Produits constatés d’avance",
  revenue: "Produits",
  loss: "Pertes et reports",
  refunds_due: "Remboursements à verser",
};

const kindNames: Record<LedgerKind, string> = {
  payment: "Paiement",
  booking: "Réservation prépayée",
  cancellation: "Annulation",
  invoice: "Facture",
  credit_note: "Avoir",
  allocation: "Règlement de facture",
  refund: "Remboursement",
  write_off: "Admission en non-valeur",
  adjustment: "Régularisation",
  reversal: "Contre-passation",
  recognition: "Service rendu",
};

/** The ledger itself, entry by entry, in the order of writing. */
export function entriesSheet(ctx: Context, filter: SheetFilter): Sheet {
  authorize(ctx, "revenue-office:read");
  return {
    columns: [
      { label: "Écriture", kind: "integer" },
      { label: "Ligne", kind: "integer" },
      { label: "Date", kind: "date" },
      { label: "Heure", kind: "time" },
      { label: "Régie", kind: "text" },
      { label: "Famille", kind: "text" },
      { label: "Nature", kind: "text" },
      { label: "Libellé", kind: "text" },
      { label: "Référence", kind: "text" },
      { label: "Compte", kind: "text" },
      { label: "Débit", kind: "cents" },
      { label: "Crédit", kind: "cents" },
    ],
    rows: rowsOf(ctx, filter),
  };
}

async function* rowsOf({ db }: Context, { start, end, officeId }: SheetFilter): AsyncGenerator<Cell[]> {
  const read = (after: number) =>
    db
      .select({
        id: ledgerEntries.id,
        transactionId: ledgerTransactions.id,
        at: ledgerTransactions.at,
        office: revenueOffices.name,
        household: households.name,
        kind: ledgerTransactions.kind,
        label: ledgerTransactions.label,
        reference: ledgerTransactions.reference,
        account: ledgerEntries.account,
        cents: ledgerEntries.amountCents,
      })
      .from(ledgerEntries)
      .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
      .innerJoin(revenueOffices, eq(revenueOffices.id, ledgerEntries.revenueOfficeId))
      .innerJoin(households, eq(households.id, ledgerTransactions.householdId))
      .where(
        and(
          gt(ledgerEntries.id, after),
          gte(ledgerTransactions.at, start),
          lt(ledgerTransactions.at, end),
          officeId ? eq(ledgerEntries.revenueOfficeId, officeId) : undefined,
        ),
      )
      .orderBy(asc(ledgerEntries.id))
      .limit(PAGE);
  type Entry = Awaited<ReturnType<typeof read>>[number];
  for await (const entry of readPages<Entry>((last) => read(last?.id ?? 0))) {
    yield [
      entry.transactionId,
      entry.id,
      dateOf(entry.at),
      entry.at,
      entry.office,
      entry.household,
      kindNames[entry.kind],
      entry.label,
      entry.reference,
      accountNames[entry.account],
      entry.cents > 0 ? entry.cents : null,
      entry.cents < 0 ? -entry.cents : null,
    ];
  }
}
