import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { ReceiptView } from "@/db/schema";
import { instantInWords, numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { amountInWords, printable } from "./rules";

type Style = ReturnType<typeof StyleSheet.create>[string];

const INK = "#161b2e";
const QUIET = "#4a5270";
const LINE = "#dfe3ee";
const style = StyleSheet.create({
  page: { padding: "16mm 18mm 22mm", fontFamily: ["Figtree", "Figtree Extended"], color: INK },
  header: { flexDirection: "row", justifyContent: "space-between", marginBottom: "10mm" },
  name: { fontSize: 13, fontWeight: 600 },
  title: { fontSize: 20, fontWeight: 600 },
  quiet: { color: QUIET },
  strong: { fontWeight: 600 },
  columns: { flexDirection: "row", gap: "8mm", marginBottom: "5mm" },
  column: { flex: 1 },
  label: { color: QUIET, fontSize: 8.5 },
  amount: {
    flexDirection: "row",
    alignItems: "center",
    gap: "4mm",
    padding: "5mm",
    borderRadius: 6,
    backgroundColor: "#e8ebfb",
  },
  figures: { fontSize: 20, fontWeight: 600, width: "42mm" },
  paid: { padding: "2mm 4mm", border: "1.5pt solid #0b6b45", borderRadius: 4 },
  acquitted: { color: "#0b6b45", fontWeight: 600 },
  section: { marginTop: "8mm", marginBottom: "2mm", fontSize: 12, fontWeight: 600 },
  row: { flexDirection: "row", borderBottom: `0.75pt solid ${LINE}`, padding: "1mm 0" },
  total: { flexDirection: "row", justifyContent: "flex-end", paddingTop: "1.5mm" },
  end: { width: "24mm", textAlign: "right" },
  footer: { position: "absolute", left: "18mm", bottom: "10mm", fontSize: 8, color: QUIET },
});
const widths = { date: "22mm", activity: "58mm", slot: "30mm", child: "40mm" };
const means = { card: "Carte bancaire", direct_debit: "Prélèvement" };
const gateways = { payfip: "PayFiP", systempay: "Systempay" };

type Props = { view: ReceiptView; number: string; issuedAt: Date };

/** The receipt of an online payment, with the mentions of a quittance (handbook §5.5). Pure: the same view, the same page. */
export function ReceiptDocument({ view, number, issuedAt }: Props) {
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
        <View style={style.header}>
          <View style={style.column}>
            <Words style={style.name}>{organization.name}</Words>
            <Words style={style.quiet}>{organization.address}</Words>
            {organization.siret && <Words style={style.quiet}>{`SIRET ${organization.siret}`}</Words>}
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
            <Words>{`Régisseur : ${view.officer}`}</Words>
          </Field>
          <Field label="Payeur">
            <Words style={style.strong}>{payer.name}</Words>
            <Words>{payer.address}</Words>
            <Words style={style.quiet}>{payer.email}</Words>
          </Field>
        </View>

        <View style={style.amount}>
          <Words style={style.figures}>{formatEuros(view.amountCents)}</Words>
          <View style={style.column}>
            <Words style={style.label}>Reçu la somme de</Words>
            <Words style={style.strong}>{amountInWords(view.amountCents)}</Words>
          </View>
          <View style={style.paid}>
            <Words style={style.acquitted}>Acquitté</Words>
          </View>
        </View>

        <Words style={style.section}>Paiement</Words>
        <View style={style.columns}>
          <Field label="Payé le">
            <Words>{instantInWords(new Date(view.paidAt))}</Words>
          </Field>
          <Field label="Moyen">
            <Words>{`${view.means ? means[view.means] : "Paiement en ligne"}, par ${gateways[view.gateway]}`}</Words>
          </Field>
        </View>
        <View style={{ ...style.columns, marginBottom: 0 }}>
          <Field label="Référence de la commande">
            <Words>{view.orderReference}</Words>
          </Field>
          <Field label="Référence de la transaction">
            <Words>{view.bankReference ?? "Non communiquée"}</Words>
          </Field>
        </View>

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

function Lines({ view: { lines } }: { view: ReceiptView }) {
  if (lines.length === 0) return <Words>Aucune place n’a pu être réservée avec ce paiement.</Words>;
  return (
    <View>
      <View style={{ ...style.row, ...style.strong }} fixed>
        <Words style={{ width: widths.date }}>Date</Words>
        <Words style={{ width: widths.activity }}>Prestation</Words>
        <Words style={{ width: widths.slot }}>Horaire</Words>
        <Words style={{ width: widths.child }}>Enfant</Words>
        <Words style={style.end}>Prix</Words>
      </View>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list, where two lines may be equal.
        <View key={index} style={style.row} wrap={false}>
          <Words style={{ width: widths.date }}>{numericDate(line.date)}</Words>
          <Words style={{ width: widths.activity }}>{line.activity}</Words>
          <Words style={{ width: widths.slot }}>{line.slot}</Words>
          <Words style={{ width: widths.child }}>{line.child}</Words>
          <Words style={style.end}>{formatEuros(line.cents)}</Words>
        </View>
      ))}
    </View>
  );
}

/** From what was bought to what was paid: lines − credit used + credit kept = payment. */
function Totals({ view: { lines, amountCents, creditUsedCents, keptAsCreditCents } }: { view: ReceiptView }) {
  const bought = lines.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <View wrap={false}>
      {lines.length > 0 && <Total label="Sous-total" cents={bought} />}
      {creditUsedCents > 0 && <Total label="Crédit du compte utilisé" cents={-creditUsedCents} />}
      {keptAsCreditCents > 0 && <Total label="Conservé en crédit sur le compte" cents={keptAsCreditCents} />}
      <View style={style.strong}>
        <Total label="Montant payé" cents={amountCents} />
      </View>
    </View>
  );
}

function Total({ label, cents }: { label: string; cents: number }) {
  return (
    <View style={style.total}>
      <Words>{label}</Words>
      <Words style={style.end}>{formatEuros(cents)}</Words>
    </View>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View style={style.column}>
      <Words style={style.label}>{label}</Words>
      {children}
    </View>
  );
}

/** Text that the font can draw. Size and line height stand together: the renderer computes one from the other, here only. */
function Words({ children, style }: { children: string; style?: Style }) {
  return <Text style={{ fontSize: 10, lineHeight: 1.4, ...style }}>{printable(children)}</Text>;
}
