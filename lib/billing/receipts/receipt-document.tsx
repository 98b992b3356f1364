import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { ReceiptView } from "@/db/schema";
import { instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { ColorBand, SenderBlock } from "./letterhead";
import { Lines, Totals } from "./receipt-lines";
import { Field, style, Words } from "./receipt-parts";
import { ReceiptPayment } from "./receipt-payment";
import { amountInWords, printable } from "./rules";

/** A quittance withdrawn keeps its number, with the mark and the reason. */
export type ReceiptCancellation = { reason: string; cancelledAt: Date };

type Props = {
  view: ReceiptView;
  number: string;
  issuedAt: Date;
  brand: PrintBrand;
  cancellation?: ReceiptCancellation;
};

/** The receipt of a payment, with the mentions of a quittance (handbook §5.5). Pure: the same view, the same page. */
export function ReceiptDocument({ view, number, issuedAt, brand, cancellation }: Props) {
  const { organization, payer } = view;
  return (
    <Document
      title={printable(`Reçu ${number}`)}
      author={printable(organization.name)}
      subject={printable(`Quittance de paiement – ${view.revenueOffice}`)}
      creator="Portail famille"
      producer="Portail famille"
      language="fr-FR"
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <Page size="A4" style={style.page}>
        <ColorBand brand={brand} />
        <View style={style.header}>
          <View style={style.column}>
            <SenderBlock organization={organization} brand={brand} />
          </View>
          <View>
            <Words style={style.title}>Reçu de paiement</Words>
            <Words style={style.strong}>{`Quittance n° ${number}`}</Words>
            <Words style={style.quiet}>{`Émise le ${instantInWords(issuedAt)}`}</Words>
          </View>
        </View>

        <View style={style.columns}>
          <Field label="Encaissé par">
            <Words style={style.strong}>{view.revenueOffice}</Words>
            <Words>{`Régisseur\u00a0: ${view.officer}`}</Words>
          </Field>
          <Field label="Payeur">
            <Words style={style.strong}>{payer.name}</Words>
            <Words>{payer.address}</Words>
            {payer.email && <Words style={style.quiet}>{payer.email}</Words>}
          </Field>
        </View>

        <View style={{ ...style.amount, backgroundColor: brand.soft }}>
          <Words style={style.figures}>{formatEuros(view.amountCents)}</Words>
          <View style={style.column}>
            <Words style={style.label}>Reçu la somme de</Words>
            <Words style={style.strong}>{amountInWords(view.amountCents)}</Words>
          </View>
          {cancellation ? (
            <View style={style.withdrawn}>
              <Words style={style.strong}>Annulée</Words>
            </View>
          ) : (
            <View style={style.paid}>
              <Words style={style.acquitted}>Acquitté</Words>
            </View>
          )}
        </View>
        {cancellation && (
          <Words style={{ ...style.strong, marginTop: "3mm" }}>
            {`Quittance annulée le ${instantInWords(cancellation.cancelledAt)} : ${cancellation.reason}`}
          </Words>
        )}

        <ReceiptPayment view={view} />

        <Words style={style.section}>Objet</Words>
        <Lines view={view} />
        <Totals view={view} />

        <Text
          style={style.footer}
          fixed
          render={({ pageNumber, totalPages }) => `Reçu ${printable(number)} – page ${pageNumber} sur ${totalPages}`}
        />
      </Page>
    </Document>
  );
}
