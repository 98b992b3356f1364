import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";
import { periodOf } from "../office/rules";
import { drawPdf } from "../receipts/draw-pdf";
import { type CertificateContent, CertificateDocument } from "./certificate-document";
import type { CertificateInput, CertificateKind } from "./input";
import { listCarePaid } from "./queries/care-paid";
import { listPaidAmounts } from "./queries/paid-amounts";
import { getParties } from "./queries/parties";
import { listPresences } from "./queries/presences";
import { referenceOf } from "./reference-of";

type Made = { name: string; pdf: Buffer };

/**
 * Certifies what a family paid for childcare in a year, its presences or its payments of some days (handbook §5.11):
 * computed anew each time, so that it is always what the accounts say; what was asked and the reference are in the trail.
 * `not_found` when there is nothing to certify.
 */
export async function makeCertificate(
  ctx: Context,
  kind: CertificateKind,
  { foyer: householdId = "", ...asked }: CertificateInput,
): Promise<Made> {
  authorize(ctx, "receipts:read", { householdId });
  const { organization, payer } = await getParties(ctx, householdId);
  const content = await contents[kind](ctx, householdId, asked);

  const issuedOn = dateOf(ctx.now);
  const reference = referenceOf(kind, { organization, payer, content });
  const brand = await findPrintBrand(ctx);
  const pdf = await drawPdf(CertificateDocument({ organization, payer, content, issuedOn, reference, brand }));
  await recordEvent(ctx, { type: "certificate.made", householdId, data: { kind, reference, ...asked } });
  return { name: `attestation-${kind}-${reference}.pdf`, pdf };
}

type Asked = Omit<CertificateInput, "foyer">;
type Reader = (ctx: Context, householdId: string, asked: Asked) => Promise<CertificateContent>;

const contents: Record<CertificateKind, Reader> = {
  async fiscale(ctx, householdId, { annee: year = 0, enfant }) {
    const care = (await listCarePaid(ctx, householdId, year)).find(({ childId }) => childId === enfant);
    if (!care || care.cents + care.cesuCents === 0) throw new DomainError("not_found");
    return { kind: "fiscale", year, ...care };
  },
  async presence(ctx, householdId, { enfant, du, au }) {
    const period = periodOf({ du, au }, ctx.now);
    const { children } = await getParties(ctx, householdId);
    const child = children.find(({ id }) => id === enfant);
    if (!child) throw new DomainError("not_found");
    const rows = await listPresences(ctx, { householdId, childId: child.id, ...period });
    if (rows.length === 0) throw new DomainError("not_found");
    const { firstName, lastName, birthDate } = child;
    return { kind: "presence", child: `${firstName} ${lastName}`, birthDate: birthDate ?? "", ...period, rows };
  },
  async paiement(ctx, householdId, { du, au }) {
    const period = periodOf({ du, au }, ctx.now);
    const rows = await listPaidAmounts(ctx, { householdId, ...period });
    if (rows.length === 0) throw new DomainError("not_found");
    return { kind: "paiement", ...period, rows };
  },
};
