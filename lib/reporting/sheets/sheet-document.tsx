import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import { ColorBand } from "@/lib/billing/receipts/letterhead";
import { Words } from "@/lib/billing/receipts/receipt-parts";
import { printable } from "@/lib/billing/receipts/rules";
import { capitalized, dateInWords, instantInWords, localTime, timeInWords } from "@/lib/core/format-date";
import { phoneInWords } from "@/lib/core/format-phone";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import type { RollCall, RollCallChild } from "@/lib/reservations/attendance/queries";
import { askedOn, countsOf, emergencyOf, expectedOn, flagsOf } from "./rules";

const style = StyleSheet.create({
  page: { padding: "12mm 12mm 16mm", fontFamily: ["Figtree", "Figtree Extended"], color: "#161b2e" },
  header: { flexDirection: "row", justifyContent: "space-between", gap: "8mm", marginBottom: "4mm" },
  title: { fontSize: 16, fontWeight: 600 },
  strong: { fontWeight: 600 },
  small: { fontSize: 8.5 },
  quiet: { color: "#4a5270" },
  head: { flexDirection: "row", borderBottom: "1pt solid #161b2e", paddingBottom: "1mm", fontWeight: 600 },
  row: { flexDirection: "row", borderBottom: "0.75pt solid #858da8", minHeight: "9mm", paddingVertical: "1mm" },
  flag: { color: "#a3241b", fontWeight: 600 },
  empty: { borderLeft: "0.75pt solid #dfe3ee", paddingLeft: "1mm" },
  footer: { position: "absolute", left: "12mm", right: "12mm", bottom: "7mm", fontSize: 8, color: "#4a5270" },
});

const widths = {
  child: "46mm",
  age: "12mm",
  grade: "18mm",
  flags: "24mm",
  collectors: "64mm",
  phone: "38mm",
  arrival: "19mm",
  departure: "19mm",
  signature: "33mm",
};

type Props = { view: RollCall; organization: string; brand: PrintBrand; drawnAt: Date };

/** The sheet of a slot of a day, for the gate: who, what to know, who comes for them, room to write. Pure. */
export function SheetDocument({ view, organization, brand, drawnAt }: Props) {
  const { facility, activity, slot, group, date, startsAt, endsAt } = view;
  const asked = askedOn(view);
  const title = [`${activity} – ${slot}`, group].filter(Boolean).join(", ");
  return (
    <Document
      title={printable(`Feuille de présence, ${title}, ${dateInWords(date)}`)}
      author={printable(organization)}
      creator="Portail famille"
      producer="Portail famille"
      language="fr-FR"
      creationDate={drawnAt}
      modificationDate={drawnAt}
    >
      <Page size="A4" orientation="landscape" style={style.page}>
        <ColorBand brand={brand} />
        <View style={style.header}>
          <View>
            <Words style={style.title}>{title}</Words>
            <Words style={style.strong}>
              {`${capitalized(dateInWords(date))}, ${timeInWords(startsAt)} – ${timeInWords(endsAt)}`}
            </Words>
            <Words style={style.quiet}>{`${facility}, ${organization}`}</Words>
          </View>
          <View style={{ alignItems: "flex-end" }}>
            {countsOf(view).map((line) => (
              <Words key={line}>{line}</Words>
            ))}
          </View>
        </View>
        <View style={style.head} fixed>
          <Words style={{ width: widths.child }}>Enfant</Words>
          <Words style={{ width: widths.age }}>Âge</Words>
          <Words style={{ width: widths.grade }}>Classe</Words>
          <Words style={{ width: widths.flags }}>À savoir</Words>
          <Words style={{ width: widths.collectors }}>Départ avec</Words>
          <Words style={{ width: widths.phone }}>Urgence</Words>
          <Words style={{ width: widths.arrival }}>Arrivée</Words>
          <Words style={{ width: widths.departure }}>Départ</Words>
          <Words style={{ width: widths.signature }}>Signature</Words>
        </View>
        {expectedOn(view).map((child) => (
          <Row key={child.childId} child={child} />
        ))}
        {asked.length > 0 && (
          <View wrap={false} style={{ marginTop: "5mm" }}>
            <Words style={style.strong}>Demandes non confirmées</Words>
            {asked.map((child) => (
              <Row key={child.childId} child={child} />
            ))}
          </View>
        )}
        <Text
          style={style.footer}
          fixed
          render={({ pageNumber, totalPages }) =>
            printable(
              `Tirée le ${instantInWords(drawnAt)}. À détruire après usage. Page ${pageNumber} sur ${totalPages}`,
            )
          }
        />
      </Page>
    </Document>
  );
}

function Row({ child }: { child: RollCallChild }) {
  const { firstName, lastName, age, className, gradeLevel, allowed, forbidden, leavesAlone } = child;
  const { arrivedAt, departure } = child;
  const emergency = emergencyOf(child);
  const alone = leavesAlone === null ? [] : [leavesAlone ? `Seul : ${leavesAlone}` : "Seul"];
  return (
    <View style={style.row} wrap={false}>
      <Words style={{ width: widths.child, ...style.strong }}>{`${firstName} ${lastName}`}</Words>
      <Words style={{ width: widths.age }}>{age === null ? "–" : `${age} ans`}</Words>
      <Words style={{ width: widths.grade }}>{className ?? gradeLevel ?? "–"}</Words>
      <Words style={{ width: widths.flags, ...style.flag }}>{flagsOf(child).join(", ")}</Words>
      <View style={{ width: widths.collectors, paddingRight: "2mm" }}>
        {forbidden.length > 0 && (
          <Words style={{ ...style.flag, ...style.small }}>
            {`NE PAS REMETTRE À ${forbidden.map(({ name }) => name).join(", ")}`}
          </Words>
        )}
        <Words style={style.small}>{[...alone, ...allowed.map(({ name }) => name)].join(", ") || "–"}</Words>
      </View>
      <View style={{ width: widths.phone }}>
        {emergency && <Words style={style.small}>{emergency.name}</Words>}
        {emergency && <Words style={style.small}>{phoneInWords(emergency.phone)}</Words>}
      </View>
      <Words style={{ width: widths.arrival, ...style.empty }}>{hourOf(arrivedAt)}</Words>
      <Words style={{ width: widths.departure, ...style.empty }}>{hourOf(departure?.at)}</Words>
      <Words style={{ width: widths.signature, ...style.empty, ...style.small }}>{departure?.collectedBy ?? ""}</Words>
    </View>
  );
}

/** What was pointed is printed; the rest is left to the pen. */
const hourOf = (instant: string | null | undefined): string =>
  instant ? timeInWords(localTime(new Date(instant))) : "";
