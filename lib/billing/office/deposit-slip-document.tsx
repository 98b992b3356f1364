import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { CounterDetail } from "@/db/schema";
import { instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { meansInWords } from "@/lib/payments/rules";
import { ColorBand, SenderBlock } from "../receipts/letterhead";
import { Field, style, Words } from "../receipts/receipt-parts";
import { amountInWords, printable } from "../receipts/rules";
import type { DepositSlip } from "./queries/closings";

const widths = { number: "44mm", household: "50mm", detail: "56mm" };

/** The slip that goes with what a régie hands over: per means, each quittance of a closing (handbook §5.5). Pure. */
export function DepositSlipDocument({ slip, brand }: { slip: DepositSlip; brand: PrintBrand }) {
  const { organization, office, officer, number, totals, lines, closedAt, closedBy, note } = slip;
  const total = totals.reduce((sum, { cents }) => sum + cents, 0);
  const title = `Bordereau de versement n° ${number}`;
  return (
    <Document title={printable(title)} author={printable(organization.name)} language="fr-FR" creationDate={closedAt}>
      <Page size="A4" style={style.page}>
        <ColorBand brand={brand} />
        <View style={style.header}>
          <View style={style.column}>
            <SenderBlock organization={organization} brand={brand} />
          </View>
          <View>
            <Words style={style.title}>Bordereau de versement</Words>
            <Words style={style.strong}>{`Arrêté n° ${number}`}</Words>
            <Words style={style.quiet}>{instantInWords(closedAt)}</Words>
          </View>
        </View>
        <View style={style.columns}>
          <Field label="Régie">
            <Words style={style.strong}>{office}</Words>
            <Words>{`Régisseur : ${officer}`}</Words>
          </Field>
          <Field label="Arrêté par">
            <Words>{closedBy}</Words>
          </Field>
        </View>
        <View style={{ ...style.amount, backgroundColor: brand.soft }}>
          <Words style={style.figures}>{formatEuros(total)}</Words>
          <View style={style.column}>
            <Words style={style.strong}>{amountInWords(total)}</Words>
          </View>
        </View>
        {totals.map(({ means, count, cents }) => (
          <View key={means}>
            <Words
              style={style.section}
            >{`${meansInWords[means]} : ${formatEuros(cents)}, ${count === 1 ? "1 quittance" : `${count} quittances`}`}</Words>
            {lines
              .filter((line) => line.means === means && !line.isCancelled)
              .map((line) => (
                <View key={line.number} style={style.row} wrap={false}>
                  <Words style={{ width: widths.number }}>{line.number}</Words>
                  <Words style={{ width: widths.household }}>{line.household}</Words>
                  <Words style={{ width: widths.detail }}>{detailInWords(line.detail)}</Words>
                  <Words style={style.end}>{formatEuros(line.cents)}</Words>
                </View>
              ))}
          </View>
        ))}
        {lines.some(({ isCancelled }) => isCancelled) && (
          <View>
            <Words style={style.section}>Quittances annulées</Words>
            {lines
              .filter(({ isCancelled }) => isCancelled)
              .map((line) => (
                <View key={line.number} style={style.row} wrap={false}>
                  <Words style={{ width: widths.number }}>{line.number}</Words>
                  <Words style={{ width: widths.household }}>{line.household}</Words>
                  <Words style={{ width: widths.detail }}>Annulée</Words>
                  <Words style={style.end}>{formatEuros(line.cents)}</Words>
                </View>
              ))}
          </View>
        )}
        <Words style={style.section}>Caisse</Words>
        <Words>{`Espèces enregistrées : ${formatEuros(slip.cashCents)} ; comptées : ${formatEuros(slip.countedCashCents)}`}</Words>
        {note && <Words>{`Remarque : ${note}`}</Words>}
        <View style={{ ...style.columns, marginTop: "14mm" }}>
          <Field label="Signature du régisseur">
            <Words> </Words>
          </Field>
          <Field label="Reçu par le comptable">
            <Words> </Words>
          </Field>
        </View>
        <Text
          style={style.footer}
          fixed
          render={({ pageNumber, totalPages }) => `${printable(title)} – page ${pageNumber} sur ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

function detailInWords(detail: CounterDetail | null): string {
  if (detail?.cheque) return `n° ${detail.cheque.number}, ${detail.cheque.bank}, ${detail.cheque.issuer}`;
  if (detail?.tickets) return detail.tickets.map(({ number }) => number).join(", ");
  return detail?.transfer ?? "";
}
