import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { dateInWords } from "@/lib/core/format-date";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { ColorBand, SenderBlock } from "../receipts/letterhead";
import { Field, style, Words } from "../receipts/receipt-parts";
import { printable } from "../receipts/rules";
import { CareBody, PaymentsBody, PresenceBody } from "./certificate-bodies";
import type { ChildCare } from "./queries/care-paid";
import type { PaidAmount } from "./queries/paid-amounts";
import type { Parties } from "./queries/parties";
import type { Presence } from "./queries/presences";

type Days = { from: string; to: string };
export type CareContent = { kind: "fiscale"; year: number } & ChildCare;
export type PresenceContent = { kind: "presence"; child: string; birthDate: string; rows: Presence[] } & Days;
export type PaymentsContent = { kind: "paiement"; rows: PaidAmount[] } & Days;
export type CertificateContent = CareContent | PresenceContent | PaymentsContent;

/** What is frozen when it is issued. */
export type CertificateView = Pick<Parties, "organization" | "payer"> & { content: CertificateContent };

/** What was frozen is what this portal wrote. */
export const viewOf = ({ view }: { view: Record<string, unknown> }): CertificateView => view as CertificateView;

type Props = CertificateView & {
  issuedOn: string;
  brand: PrintBrand;
  /** What proves a copy, and where. */
  proof: { number: string; code: string; address: string };
};

const certificateTitles = {
  fiscale: "Attestation fiscale",
  presence: "Attestation de présence",
  paiement: "Attestation de paiement",
};

/** A certificate for a family: who certifies, what, for whom, dated and referenced. Pure. */
export function CertificateDocument({ organization, payer, content, issuedOn, proof, brand }: Props) {
  const title = certificateTitles[content.kind];
  return (
    <Document
      title={printable(title)}
      author={printable(organization.name)}
      creator="Portail famille"
      producer="Portail famille"
      language="fr-FR"
    >
      <Page size="A4" style={style.page}>
        <ColorBand brand={brand} />
        <View style={style.header}>
          <View style={style.column}>
            <SenderBlock organization={organization} brand={brand} />
          </View>
          <View>
            <Words style={style.title}>{title}</Words>
            <Words style={style.quiet}>{`N° ${proof.number}`}</Words>
          </View>
        </View>
        {/* In a row of its own: a field grows to fill what it stands in. */}
        <View style={{ flexDirection: "row", marginTop: "6mm" }}>
          <Field label="Établie pour">
            <Words style={style.strong}>{payer.name}</Words>
            <Words>{payer.address}</Words>
          </Field>
        </View>
        {bodyOf(content)}
        <View style={{ marginTop: "12mm" }} wrap={false}>
          <Words>{`Fait le ${dateInWords(issuedOn)}, pour servir et valoir ce que de droit.`}</Words>
          <Words style={style.strong}>{`Pour ${organization.name}`}</Words>
          <Words style={{ ...style.quiet, marginTop: "6mm" }}>
            {`Pour vérifier cette attestation : ${proof.address}, numéro ${proof.number}, code ${proof.code}.`}
          </Words>
        </View>
        <Text
          style={style.footer}
          fixed
          render={({ pageNumber, totalPages }) =>
            printable(`${title} ${proof.number} – page ${pageNumber} sur ${totalPages}`)
          }
        />
      </Page>
    </Document>
  );
}

function bodyOf(content: CertificateContent): ReactNode {
  if (content.kind === "fiscale") return <CareBody content={content} />;
  return content.kind === "presence" ? <PresenceBody content={content} /> : <PaymentsBody content={content} />;
}
