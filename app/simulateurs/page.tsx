import { connection } from "next/server";
import { NoticeTable } from "@/components/payments/simulator/notice-table";
import { PaymentTable } from "@/components/payments/simulator/payment-table";
import { listNotices, listSimulatedPayments } from "@/lib/payments/simulator/queries";
import { serve } from "@/lib/payments/simulator/serve";
import { operations } from "@/lib/payments/simulator/systempay/back-office";
import "./journal.css";

export default async function SimulatorsPage() {
  await connection();
  const { payments, notices } = await serve(async (ctx) => ({
    payments: await listSimulatedPayments(ctx),
    notices: await listNotices(ctx),
  }));

  return (
    <main className="bank-journal">
      <h1>Banques de démonstration</h1>
      <p>Ce que les serveurs PayFiP et Systempay de ce portail ont reçu et envoyé. Rien n’est transmis à une banque.</p>
      <section aria-labelledby="payfip">
        <h2 id="payfip">PayFiP</h2>
        <PaymentTable caption="Derniers paiements PayFiP" payments={payments.payfip} />
      </section>
      <section aria-labelledby="systempay">
        <h2 id="systempay">Systempay</h2>
        <PaymentTable caption="Derniers paiements Systempay" payments={payments.systempay} operations={operations} />
      </section>
      <section aria-labelledby="notifications">
        <h2 id="notifications">Notifications</h2>
        <NoticeTable notices={notices} />
      </section>
    </main>
  );
}
