import { View } from "@react-pdf/renderer";
import type { ReceiptView } from "@/db/schema";
import { instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { meansInWords } from "@/lib/payments/rules";
import { Field, style, Words } from "./receipt-parts";

const gateways = { payfip: "PayFiP", systempay: "Systempay" };

/** When and how it was paid, with what identifies it: the bank's references, a cheque, each ticket. */
export function ReceiptPayment({ view }: { view: ReceiptView }) {
  const { gateway, means, counter } = view;
  const how = means ? meansInWords[means] : "Paiement en ligne";
  return (
    <>
      <Words style={style.section}>Paiement</Words>
      <View style={style.columns}>
        <Field label={gateway ? "Payé le" : "Reçu au guichet le"}>
          <Words>{instantInWords(new Date(view.paidAt))}</Words>
        </Field>
        <Field label="Moyen">
          <Words>{gateway ? `${how}, par ${gateways[gateway]}` : how}</Words>
        </Field>
      </View>
      {gateway ? <BankReferences view={view} /> : counter && <CounterReferences counter={counter} />}
    </>
  );
}

function BankReferences({ view: { orderReference, bankReference } }: { view: ReceiptView }) {
  return (
    <View style={{ ...style.columns, marginBottom: 0 }}>
      <Field label="Référence de la commande">
        <Words>{orderReference}</Words>
      </Field>
      <Field label="Référence de la transaction">
        <Words>{bankReference ?? "Non communiquée"}</Words>
      </Field>
    </View>
  );
}

function CounterReferences({
  counter: { cheque, tickets, transfer },
}: {
  counter: NonNullable<ReceiptView["counter"]>;
}) {
  return (
    <View style={{ ...style.columns, marginBottom: 0 }}>
      {cheque && (
        <>
          <Field label="Chèque">
            <Words>{`n° ${cheque.number}, ${cheque.bank}`}</Words>
          </Field>
          <Field label="Émis par">
            <Words>{cheque.issuer}</Words>
          </Field>
        </>
      )}
      {tickets && (
        <Field label={`${tickets.length} titre${tickets.length > 1 ? "s" : ""}`}>
          <Words>{tickets.map(({ number, cents }) => `n° ${number} : ${formatEuros(cents)}`).join(", ")}</Words>
        </Field>
      )}
      {transfer && (
        <Field label="Référence du virement">
          <Words>{transfer}</Words>
        </Field>
      )}
    </View>
  );
}
