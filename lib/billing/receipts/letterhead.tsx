import { Image, View } from "@react-pdf/renderer";
import type { LegalForm } from "@/db/schema";
import { phoneInWords } from "@/lib/core/format-phone";
import { siretInWords } from "@/lib/core/format-siret";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { legalFormWords } from "@/lib/organization/rules";
import { style, Words } from "./receipt-parts";

/** Who writes, as it was when the paper was issued; older papers know less. */
export type Letterhead = {
  name: string;
  address: string;
  siret: string | null;
  legalForm?: LegalForm;
  email?: string;
  phone?: string | null;
};

/** The organisation's colour along the top of each page. */
export const ColorBand = ({ brand }: { brand: PrintBrand }) => (
  <View
    fixed
    style={{ position: "absolute", top: 0, left: 0, right: 0, height: "3.5mm", backgroundColor: brand.color }}
  />
);

/** Who issues the paper, beside its logo. */
export function SenderBlock({ organization, brand }: { organization: Letterhead; brand: PrintBrand }) {
  const { name, address, siret, legalForm, email, phone } = organization;
  const form = legalForm && legalFormWords[legalForm];
  const contact = [phone && phoneInWords(phone), email].filter(Boolean).join(" – ");
  return (
    <View style={{ flexDirection: "row", gap: "4mm", paddingRight: "6mm" }}>
      {brand.logo && (
        <Image
          src={{ data: brand.logo, format: "jpg" }}
          style={{ maxWidth: "26mm", height: "16mm", objectFit: "contain" }}
        />
      )}
      <View style={style.column}>
        <Words style={style.name}>{name}</Words>
        {form && <Words style={style.quiet}>{form}</Words>}
        <Words style={style.quiet}>{address}</Words>
        {siret && <Words style={style.quiet}>{`SIRET ${siretInWords(siret)}`}</Words>}
        {contact !== "" && <Words style={style.quiet}>{contact}</Words>}
      </View>
    </View>
  );
}
