import type { ReactNode } from "react";

const banks = {
  payfip: { name: "PayFiP", motto: "Le paiement en ligne des services publics locaux" },
  systempay: { name: "Systempay", motto: "La page de paiement par carte de la banque" },
} as const;

type Props = { bank: keyof typeof banks; title: string; children: ReactNode };

/** What surrounds every page of a simulated bank: its name, and that nothing here is real. */
export function BankPage({ bank, title, children }: Props) {
  const { name, motto } = banks[bank];
  return (
    <div className={`bank-page ${bank}`}>
      <header>
        <div className="bank-header">
          <p className="bank-name">{name}</p>
          <p>{motto}</p>
        </div>
        <p className="bank-notice">
          <strong>Paiement de test&nbsp;:</strong> aucun paiement ne sera réellement effectué.
        </p>
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="bank-footer">Simulateur local du portail&nbsp;: rien n’est transmis à une banque.</footer>
    </div>
  );
}
