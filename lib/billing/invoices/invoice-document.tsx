import { Document, Page, Text, View } from "@react-pdf/renderer";
import { dateInWords, numericDate } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { PrintBrand } from "@/lib/organization/queries/print-brand";
import { ColorBand, SenderBlock } from "../receipts/letterhead";
import { Field, style, Words } from "../receipts/receipt-parts";
import { printable } from "../receipts/rules";
import { Lines, Settlement } from "./invoice-parts";
import type { InvoiceDetail } from "./queries/invoice";

type Props = { invoice: InvoiceDetail; printedOn: string; brand: PrintBrand };

const INVOICE = { address: { width: "80mm", marginTop: "6mm" }, boxes: { ...style.amount, padding: "4mm 5mm" } };

/** An invoice or a credit note, with the mentions of handbook §5.2. Pure: what was frozen at issue, and what has paid it since. */
export function InvoiceDocument({ invoice, printedOn, brand }: Props) {
  const { view, number, kind } = invoice;
  const title = kind === "invoice" ? "Facture" : "Avoir";
  return (
    <Document
      title={printable(`${title} ${number}`)}
      author={printable(view.organization.name)}
      subject={printable(view.revenueOffice.name)}
      creator="Portail famille"
      producer="Portail famille"
      language="fr-FR"
      creationDate={invoice.issuedAt}
      modificationDate={invoice.issuedAt}
    >
      <Page size="A4" style={style.page}>
        <ColorBand brand={brand} />
        <Head invoice={invoice} title={title} brand={brand} />
        <Amount invoice={invoice} brand={brand} />
        {view.credits && <Credited view={view} />}
        <Lines invoice={invoice} />
        <Settlement invoice={invoice} printedOn={printedOn} />
        <Mentions invoice={invoice} />
        <Text
          style={style.footer}
          fixed
          render={({ pageNumber, totalPages }) =>
            `${title} ${printable(number)} – page ${pageNumber} sur ${totalPages}`
          }
        />
      </Page>
    </Document>
  );
}

type HeadProps = { invoice: InvoiceDetail; title: string; brand: PrintBrand };

function Head({ invoice, title, brand }: HeadProps) {
  const { organization, revenueOffice, payer } = invoice.view;
  return (
    <View style={{ ...style.header, marginBottom: "8mm" }}>
      <View style={style.column}>
        <SenderBlock organization={organization} brand={brand} />
        <Words style={{ ...style.strong, marginTop: "3mm" }}>{revenueOffice.name}</Words>
        <Words style={style.quiet}>{`Régisseur\u00a0: ${revenueOffice.officer}`}</Words>
      </View>
      <View style={INVOICE.address}>
        <Words style={{ ...style.title, lineHeight: 1.2 }}>{title}</Words>
        <Words style={style.strong}>{`N° ${invoice.number}`}</Words>
        <Words style={style.quiet}>{`Émis${title === "Facture" ? "e" : ""} le ${dateInWords(invoice.issuedOn)}`}</Words>
        <Words
          style={style.quiet}
        >{`Période du ${numericDate(invoice.periodFrom)} au ${numericDate(invoice.periodTo)}`}</Words>
        <View style={{ marginTop: "8mm" }}>
          <Words style={{ ...style.strong, fontSize: 11 }}>{payer.name}</Words>
          {payer.lines.map((line) => (
            <Words key={line} style={{ fontSize: 11 }}>
              {line}
            </Words>
          ))}
        </View>
      </View>
    </View>
  );
}

/** The answer first: how much, and until when. */
function Amount({ invoice: { kind, totalCents, dueCents, dueOn }, brand }: Pick<HeadProps, "invoice" | "brand">) {
  return (
    <View style={{ ...INVOICE.boxes, backgroundColor: brand.soft }}>
      <Field label={kind === "invoice" ? "Total de la facture" : "En votre faveur"}>
        <Words style={style.figures}>{formatEuros(totalCents)}</Words>
      </Field>
      {kind === "invoice" && dueCents === 0 && (
        <View style={style.paid}>
          <Words style={style.acquitted}>Acquittée</Words>
        </View>
      )}
      {dueOn && dueCents > 0 && (
        <Field label="À payer avant le">
          <Words style={{ ...style.strong, fontSize: 13 }}>{dateInWords(dueOn)}</Words>
        </Field>
      )}
    </View>
  );
}

function Credited({ view }: { view: InvoiceDetail["view"] }) {
  if (!view.credits) return null;
  const { number, issuedOn } = view.credits;
  return (
    <View style={{ marginTop: "5mm" }}>
      <Words style={style.strong}>{`Avoir sur la facture ${number} du ${numericDate(issuedOn)}`}</Words>
      <Words>{`Motif\u00a0: ${view.reason ?? ""}`}</Words>
    </View>
  );
}

const online = {
  payfip: "En ligne sur le portail famille, par carte ou prélèvement (PayFiP, Trésor public).",
  systempay: "En ligne sur le portail famille, par carte bancaire.",
};

function Mentions({ invoice }: { invoice: InvoiceDetail }) {
  const { view, kind } = invoice;
  return (
    <View style={{ marginTop: "8mm" }} wrap={false}>
      {kind === "invoice" && (
        <View style={style.columns}>
          <Field label="Moyens de paiement">
            <Words>{online[view.revenueOffice.gateway]}</Words>
            {view.paymentTerms !== "" && <Words>{view.paymentTerms}</Words>}
          </Field>
          <Field label="Une question, une erreur ?">
            <Words>{view.disputeContact || view.revenueOffice.email}</Words>
          </Field>
        </View>
      )}
      {view.vatMention !== "" && <Words style={style.quiet}>{view.vatMention}</Words>}
    </View>
  );
}
