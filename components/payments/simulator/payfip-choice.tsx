import { ScenarioFields } from "./scenario-fields";

type Props = { payerKey: string; scenarios: Record<string, string> };

/** How the payer ends: the choices that families know, and those that only a test needs. */
export function PayfipChoice({ payerKey, scenarios }: Props) {
  return (
    <form method="post" action={`/simulateurs/payfip/paiement/${payerKey}/choix`}>
      <h2>Choix du mode de paiement</h2>
      <div className="bank-means">
        <Choice name="card" label="Payer par carte bancaire" kind="primary" />
        <Choice name="debit" label="Payer par prélèvement" kind="primary" />
      </div>
      <p className="bank-hint">Le prélèvement demande vos identifiants impots.gouv&nbsp;: pas dans ce simulateur.</p>
      <Choice name="cancel" label="Annuler" kind="quiet" />
      <ScenarioFields scenarios={scenarios}>
        <p className="bank-hint">Et aussi, pour finir autrement&nbsp;:</p>
        <div className="bank-means">
          <Choice name="card_refused" label="Refuser la carte" />
          <Choice name="debit_refused" label="Refuser le prélèvement" />
          <Choice name="close" label="Fermer sans payer" />
        </div>
      </ScenarioFields>
    </form>
  );
}

function Choice({ name, label, kind = "" }: { name: string; label: string; kind?: "primary" | "quiet" | "" }) {
  return (
    <button type="submit" name="choice" value={name} className={`bank-button ${kind}`}>
      {label}
    </button>
  );
}
