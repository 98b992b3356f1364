import { View } from "@react-pdf/renderer";
import type { ReceiptView } from "@/db/schema";
import { numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { style, Words } from "./receipt-parts";

const widths = { date: "22mm", activity: "58mm", slot: "30mm", child: "40mm" };

/** What was bought, line by line; the headings come again on each page. */
export function Lines({ view: { lines, invoices, gateway } }: { view: ReceiptView }) {
  if (invoices && invoices.length > 0) return <InvoiceLines invoices={invoices} />;
  if (!gateway) return <Words>Versement sur le compte de la famille, à valoir sur ses prochaines dépenses.</Words>;
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

function InvoiceLines({ invoices }: { invoices: NonNullable<ReceiptView["invoices"]> }) {
  return (
    <View>
      <View style={{ ...style.row, ...style.strong }} fixed>
        <Words style={{ width: widths.activity }}>Facture</Words>
        <Words style={{ flexGrow: 1 }}>Émise le</Words>
        <Words style={style.end}>Réglé</Words>
      </View>
      {invoices.map(({ number, issuedOn, cents }) => (
        <View key={number} style={style.row} wrap={false}>
          <Words style={{ width: widths.activity }}>{number}</Words>
          <Words style={{ flexGrow: 1 }}>{numericDate(issuedOn)}</Words>
          <Words style={style.end}>{formatEuros(cents)}</Words>
        </View>
      ))}
    </View>
  );
}

/** From what was bought to what was paid: lines − credit used + credit kept = payment. */
export function Totals({ view }: { view: ReceiptView }) {
  const { lines, invoices = [], amountCents, creditUsedCents, keptAsCreditCents } = view;
  const bought = [...lines, ...invoices].reduce((sum, { cents }) => sum + cents, 0);
  return (
    <View wrap={false}>
      {bought > 0 && <Total label="Sous-total" cents={bought} />}
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
