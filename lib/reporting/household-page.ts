import { listHouseholdInvoices } from "@/lib/billing/invoices/queries/office";
import { listReceipts } from "@/lib/billing/queries";
import { listHouseholdThreads } from "@/lib/contact/queries/inbox";
import { authorize, isAllowed, type Permission } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { assertUuid } from "@/lib/core/uuid";
import { listDeliveries } from "@/lib/documents/deliveries/queries";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { listOffers } from "@/lib/enrollments/queries/offers";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { listAccounts } from "@/lib/ledger/queries";
import { getHouseholdFacts, listComing, listEnrolments } from "./queries/household-activity";
import { listHouseholdHistory } from "./queries/household-history";

const RECEIPTS = 50;

/** A household as an agent sees it: each part for those who may read it, absent for the others. */
export async function getHouseholdPage(ctx: Context, householdId: string, page: number) {
  authorize(ctx, "families:read");
  assertUuid(householdId);

  const file = await getFamilyFile(ctx, householdId);
  const ifMay = <T>(permission: Permission, read: (ctx: Context, householdId: string) => Promise<T>) =>
    isAllowed(ctx.actor, permission) ? read(ctx, householdId) : undefined;
  const [facts, enrolments, enrollable, coming, documents, delivered, accounts, receipts, invoices, threads, history] =
    await Promise.all([
      getHouseholdFacts(ctx, householdId),
      listEnrolments(ctx, householdId),
      ifMay("enrollments:write", listOffers),
      ifMay("reservations:read", listComing),
      ifMay("documents:read", getHouseholdDocuments),
      ifMay("documents:read", listDeliveries),
      ifMay("ledger:read", listAccounts),
      ifMay("receipts:read", (ctx, householdId) => listReceipts(ctx, householdId, { limit: RECEIPTS })),
      ifMay("invoices:read", listHouseholdInvoices),
      ifMay("contact:read", listHouseholdThreads),
      listHouseholdHistory(ctx, { householdId, page }),
    ]);
  return {
    file,
    facts,
    enrolments,
    enrollable,
    coming,
    papers: documents?.asked,
    delivered: delivered?.map(({ id, title, createdAt, readAt }) => ({
      id,
      title,
      sentOn: dateOf(createdAt),
      readOn: readAt && dateOf(readAt),
    })),
    accounts,
    invoices,
    threads,
    receipts: receipts?.map(({ issuedAt, ...receipt }) => ({ ...receipt, paidOn: dateOf(issuedAt) })),
    history,
  };
}
