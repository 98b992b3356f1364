import { View } from "@react-pdf/renderer";
import { dateInWords, monthInWords, numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { meansInWords } from "@/lib/payments/rules";
import { style, Words } from "../receipts/receipt-parts";
import { amountInWords } from "../receipts/rules";
import type { CareContent, PaymentsContent, PresenceContent } from "./certificate-document";
import { hoursInWords } from "./rules";

/** What is left of the line: amounts stand at its end. */
const wide = { flexGrow: 1 };

/** What was paid for the care of a child in a civil year, with what the tax office wants to read. */
export function CareBody({ content }: { content: CareContent }) {
  const { year, child, birthDate, isShared, activities, cents, cesuCents } = content;
  return (
    <>
      <Words style={style.section}>{`Frais de garde payés en ${year}`}</Words>
      <Words>
        {`Nous attestons que la somme de ${formatEuros(cents)} (${amountInWords(cents)}) a été payée entre le 1er janvier et le 31 décembre ${year} pour la garde de ${child}, né(e) le ${dateInWords(birthDate)}.`}
      </Words>
      <View style={{ marginTop: "4mm" }}>
        {activities.map((activity) => (
          <View key={activity.name} style={style.row}>
            <Words style={wide}>{activity.name}</Words>
            <Words style={style.end}>{formatEuros(activity.cents)}</Words>
          </View>
        ))}
        <View style={{ ...style.row, ...style.strong }}>
          <Words style={wide}>{`Total ${year}`}</Words>
          <Words style={style.end}>{formatEuros(cents)}</Words>
        </View>
      </View>
      <View style={{ marginTop: "4mm" }}>
        <Words>
          Ces sommes ne comprennent ni les repas, ni les suppléments, ni ce qui a été facturé pour des absences. Les
          sommes remboursées ou recréditées depuis en sont déduites.
        </Words>
        {cesuCents > 0 && (
          <Words>
            {`En plus, ${formatEuros(cesuCents)} ont été réglés en CESU préfinancés : seule la part que vous avez financée vous-même ouvre droit au crédit d’impôt.`}
          </Words>
        )}
        {isShared && (
          <Words>
            Cet enfant a deux foyers : cette attestation ne porte que sur ce qu’a payé le foyer désigné ci-dessus.
          </Words>
        )}
        <Words style={style.quiet}>
          Crédit d’impôt pour frais de garde des jeunes enfants hors du domicile (article 200 quater B du code général
          des impôts).
        </Words>
      </View>
    </>
  );
}

/** The days and hours on which a child came. */
export function PresenceBody({ content: { child, birthDate, from, to, rows } }: { content: PresenceContent }) {
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  return (
    <>
      <Words style={style.section}>Présences</Words>
      <Words>
        {`Nous attestons que ${child}, né(e) le ${dateInWords(birthDate)}, a été accueilli(e) du ${dateInWords(from)} au ${dateInWords(to)} comme suit.`}
      </Words>
      <View style={{ marginTop: "4mm" }}>
        <View style={{ ...style.row, ...style.strong }}>
          <Words style={{ width: "40mm" }}>Mois</Words>
          <Words style={wide}>Accueil</Words>
          <Words style={style.end}>Jours</Words>
          <Words style={style.end}>Heures</Words>
        </View>
        {rows.map((row) => (
          <View key={`${row.month} ${row.activity}`} style={style.row} wrap={false}>
            <Words style={{ width: "40mm" }}>{monthInWords(row.month)}</Words>
            <Words style={wide}>{row.activity}</Words>
            <Words style={style.end}>{`${row.days}`}</Words>
            <Words style={style.end}>{hoursInWords(row.minutes)}</Words>
          </View>
        ))}
        <View style={{ ...style.row, ...style.strong }}>
          <Words style={wide}>Total des heures</Words>
          <Words style={style.end}>{hoursInWords(minutes)}</Words>
        </View>
      </View>
    </>
  );
}

/** What was paid, receipt by receipt. */
export function PaymentsBody({ content: { from, to, rows } }: { content: PaymentsContent }) {
  const total = rows.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <>
      <Words style={style.section}>Paiements</Words>
      <Words>
        {`Nous attestons avoir reçu de cette famille, du ${dateInWords(from)} au ${dateInWords(to)}, la somme de ${formatEuros(total)}.`}
      </Words>
      <View style={{ marginTop: "4mm" }}>
        <View style={{ ...style.row, ...style.strong }} fixed>
          <Words style={{ width: "26mm" }}>Date</Words>
          <Words style={{ width: "44mm" }}>Reçu</Words>
          <Words style={wide}>Moyen</Words>
          <Words style={style.end}>Montant</Words>
        </View>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list, where two lines may be equal.
          <View key={index} style={style.row} wrap={false}>
            <Words style={{ width: "26mm" }}>{numericDate(row.on)}</Words>
            <Words style={{ width: "44mm" }}>{row.receipt}</Words>
            <Words style={wide}>{row.means ? meansInWords[row.means] : "Paiement en ligne"}</Words>
            <Words style={style.end}>{formatEuros(row.cents)}</Words>
          </View>
        ))}
        <View style={{ ...style.row, ...style.strong }} wrap={false}>
          <Words style={wide}>Total</Words>
          <Words style={style.end}>{formatEuros(total)}</Words>
        </View>
      </View>
    </>
  );
}
