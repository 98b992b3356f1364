import type { ReceiptView } from "../schema";
import { saintAubin } from "./organization";
import type { Paid } from "./write-payments";

/** What the receipt of a basket said on the day it was paid. */
export function receiptView({ family, office, lines, ...paid }: Paid): ReceiptView {
  const { name, address, siret } = saintAubin;
  return {
    organization: { name, address, siret },
    revenueOffice: office.name,
    officer: office.officerName,
    payer: {
      name: `Famille ${family.name}`,
      address: `${family.street}, ${family.postalCode} ${family.city}`,
      email: family.account.email,
    },
    paidAt: paid.paidAt.toISOString(),
    means: paid.means,
    gateway: office.gateway,
    orderReference: paid.orderReference,
    bankReference: paid.bankReference,
    amountCents: paid.totalCents,
    lines: lines
      .map(({ occurrence, offer, child, priceCents }) => ({
        date: occurrence.date,
        activity: offer.activity.name,
        slot: offer.label,
        child: child.firstName,
        cents: priceCents,
      }))
      .sort((a, b) => a.date.localeCompare(b.date) || a.child.localeCompare(b.child)),
    creditUsedCents: 0,
    keptAsCreditCents: 0,
  };
}
