import { and, eq } from "drizzle-orm";
import { certificates } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { findPrintBrand } from "@/lib/organization/queries/print-brand";
import { takeNumbers } from "../numbers/take-numbers";
import { periodOf } from "../office/rules";
import { drawPdf } from "../receipts/draw-pdf";
import { type CertificateContent, CertificateDocument, type CertificateView, viewOf } from "./certificate-document";
import type { CertificateInput, CertificateKind } from "./input";
import { listCarePaid } from "./queries/care-paid";
import { listPaidAmounts } from "./queries/paid-amounts";
import { getParties } from "./queries/parties";
import { listPresences } from "./queries/presences";
import { certificateNumber, certificateSeries, codeOf } from "./reference-of";

type Made = { id: string; name: string; pdf: Buffer };

/**
 * Certifies what a family paid for childcare in a year, its presences or its payments of some days (handbook §5.11).
 * What the accounts say is frozen with a number and a code when it is first asked for; asked again while they say the
 * same, it is the same certificate, otherwise a new one. `not_found` when there is nothing to certify.
 */
export async function makeCertificate(
  ctx: Context,
  kind: CertificateKind,
  { foyer: householdId = "", ...asked }: CertificateInput,
): Promise<Made> {
  authorize(ctx, "receipts:read", { householdId });
  const { organization, payer } = await getParties(ctx, householdId);
  const content = await contents[kind](ctx, householdId, asked);

  const issued = await inTransaction(ctx, async (ctx) => {
    const view: CertificateView = { organization, payer, content };
    const code = codeOf(kind, view);
    const known = await findIssued(ctx, { householdId, kind, code });
    return known ?? (await issue(ctx, { householdId, kind, code, asked, view }));
  });
  const { id, number, code, issuedOn } = issued;
  const brand = await findPrintBrand(ctx);
  const proof = { number, code, address: `${env().appUrl}/verification` };
  const pdf = await drawPdf(CertificateDocument({ ...viewOf(issued), issuedOn, proof, brand }));
  return { id, name: `attestation-${kind}-${number}.pdf`, pdf };
}

type Named = { householdId: string; kind: CertificateKind; code: string };

const findIssued = async ({ db }: Context, { householdId, kind, code }: Named) => {
  const [known] = await db
    .select()
    .from(certificates)
    .where(and(eq(certificates.householdId, householdId), eq(certificates.kind, kind), eq(certificates.code, code)));
  return known;
};

/** Asked twice at the same moment, the household's lock makes one certificate of both. */
async function issue(ctx: Context, { asked, view, ...named }: Named & { asked: Asked; view: CertificateView }) {
  await lockHousehold(ctx, named.householdId);
  const known = await findIssued(ctx, named);
  if (known) return known;

  const issuedOn = dateOf(ctx.now);
  const series = certificateSeries(named.kind, issuedOn.slice(0, 4));
  const [count = 0] = await takeNumbers(asSystem(ctx, "certificates"), { series, count: 1 });
  const number = certificateNumber(series, count);
  const [row] = await ctx.db
    .insert(certificates)
    .values({
      ...named,
      number,
      childId: named.kind === "paiement" ? null : asked.enfant,
      year: named.kind === "fiscale" ? asked.annee : null,
      view,
      issuedAt: ctx.now,
      issuedOn,
      issuedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
    })
    .returning();
  if (!row) throw new Error("no certificate was written");
  const { kind, householdId } = named;
  await recordEvent(ctx, {
    type: "certificate.made",
    subjectId: row.id,
    householdId,
    data: { kind, number, ...asked },
  });
  return row;
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
