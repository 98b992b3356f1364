import { View } from "@react-pdf/renderer";
import { numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { meansInWords } from "@/lib/payments/rules";
import { style, Words } from "../receipts/receipt-parts";
import { groupLines, type LineGroup } from "./print-rules";
import type { InvoiceDetail } from "./queries/invoice";

const widths = { quantity: "18mm", unit: "26mm", amount: "28mm" };
const right = { textAlign: "right" } as const;

const remarks: Partial<Record<InvoiceDetail["children"][number]["lines"][number]["status"], string>> = {
  absent_charged: "Absence facturée",
  attended_unbooked: "Présence sans réservation",
};

const remarkOf = ({ departure, status }: InvoiceDetail["children"][number]["lines"][number]): string | null =>
  departure ?? remarks[status] ?? null;

/** Child by child: each service with its days, its quantity and its price. */
export function Lines({ invoice }: { invoice: InvoiceDetail }) {
  return (
    <View>
      {invoice.children.map(({ id, name, lines, cents }) => (
        <View key={id}>
          <View style={{ ...style.row, alignItems: "flex-end", borderBottomWidth: 1.2 }} minPresenceAhead={40}>
            <Words style={{ ...style.section, marginBottom: 0, flex: 1 }}>{name}</Words>
            <Words style={{ ...style.label, ...right, width: widths.quantity }}>Quantité</Words>
            <Words style={{ ...style.label, ...right, width: widths.unit }}>Prix unitaire</Words>
            <Words style={{ ...style.label, ...right, width: widths.amount }}>Montant</Words>
          </View>
          {groupLines(lines.map((line) => ({ ...line, remark: remarkOf(line) }))).map((group) => (
            <Group key={`${group.service} ${group.remark} ${group.unitCents}`} group={group} />
          ))}
          <View style={style.total}>
            <Words style={style.quiet}>{`Sous-total ${name}`}</Words>
            <Words style={{ ...right, width: widths.amount }}>{formatEuros(cents)}</Words>
          </View>
        </View>
      ))}
      <Quotients quotients={invoice.view.quotients} />
    </View>
  );
}

function Group({ group: { service, remark, quantity, unitCents, cents, days } }: { group: LineGroup }) {
  return (
    <View style={style.row} wrap={false}>
      <View style={style.column}>
        <Words style={style.strong}>{remark ? `${service} – ${remark}` : service}</Words>
        {days.map((month) => (
          <Words key={month} style={{ ...style.quiet, fontSize: 8.5 }}>
            {month}
          </Words>
        ))}
      </View>
      <Words style={{ ...right, width: widths.quantity }}>{String(quantity)}</Words>
      <Words style={{ ...right, width: widths.unit }}>{formatEuros(unitCents)}</Words>
      <Words style={{ ...right, width: widths.amount }}>{formatEuros(cents)}</Words>
    </View>
  );
}

const number = new Intl.NumberFormat("fr-FR");

function Quotients({ quotients }: { quotients: InvoiceDetail["view"]["quotients"] }) {
  if (quotients.length === 0) return null;
  const words = quotients.map(({ value, band, from }) =>
    [
      value === null ? "quotient inconnu, tarif le plus élevé" : `quotient familial ${number.format(value)}`,
      band && `tranche ${band}`,
      from && `retenu depuis le ${numericDate(from)}`,
    ]
      .filter(Boolean)
      .join(", "),
  );
  return (
    <Words
      style={{ ...style.quiet, marginTop: "3mm", fontSize: 8.5 }}
    >{`Tarifs calculés avec\u00a0: ${words.join("\u00a0; ")}.`}</Words>
  );
}

/** From the total to what is left: payments and credits, as of the day it is printed. */
export function Settlement({ invoice, printedOn }: { invoice: InvoiceDetail; printedOn: string }) {
  const { kind, totalCents, dueCents, allocations } = invoice;
  return (
    <View style={{ marginTop: "4mm" }} wrap={false}>
      <View style={style.strong}>
        <Row label={kind === "invoice" ? "Total" : "Total de l’avoir"} cents={totalCents} />
      </View>
      {allocations.map(({ id, on, creditNote, isPayment, means: by, amountCents }) => (
        <Row
          key={id}
          label={`${creditNote ? `Avoir ${creditNote}` : isPayment ? paidBy(by) : "Crédit du compte"}, le ${numericDate(on)}`}
          cents={-amountCents}
        />
      ))}
      {kind === "invoice" && allocations.length > 0 && (
        <View style={style.strong}>
          <Row label={`Reste à payer au ${numericDate(printedOn)}`} cents={dueCents} />
        </View>
      )}
    </View>
  );
}

const paidBy = (means: InvoiceDetail["allocations"][number]["means"]) => (means ? meansInWords[means] : "Paiement");

function Row({ label, cents }: { label: string; cents: number }) {
  return (
    <View style={style.total}>
      <Words>{label}</Words>
      <Words style={{ ...right, width: widths.amount }}>{formatEuros(cents)}</Words>
    </View>
  );
}
