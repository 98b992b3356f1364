import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { printable } from "./rules";

type Style = ReturnType<typeof StyleSheet.create>[string];

const INK = "#161b2e";
const QUIET = "#4a5270";
const LINE = "#dfe3ee";
export const style = StyleSheet.create({
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
  withdrawn: { padding: "2mm 4mm", border: "1.5pt solid #a3241b", borderRadius: 4, color: "#a3241b" },
  section: { marginTop: "8mm", marginBottom: "2mm", fontSize: 12, fontWeight: 600 },
  row: { flexDirection: "row", borderBottom: `0.75pt solid ${LINE}`, padding: "1mm 0" },
  total: { flexDirection: "row", justifyContent: "flex-end", paddingTop: "1.5mm" },
  end: { width: "24mm", textAlign: "right" },
  footer: { position: "absolute", left: "18mm", bottom: "10mm", fontSize: 8, color: QUIET },
});

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View style={style.column}>
      <Words style={style.label}>{label}</Words>
      {children}
    </View>
  );
}

/** Text that the font can draw. Size and line height stand together: the renderer computes one from the other, here only. */
export function Words({ children, style }: { children: string; style?: Style }) {
  return <Text style={{ fontSize: 10, lineHeight: 1.4, ...style }}>{printable(children)}</Text>;
}
