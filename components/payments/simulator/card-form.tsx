import type { ReactNode } from "react";
import { CardNumberField } from "./card-number-field";
import { ScenarioFields } from "./scenario-fields";
import { type TestCardChoice, TestCards } from "./test-cards";

type Props = {
  id: string;
  cards: TestCardChoice[];
  scenarios: Record<string, string>;
  years: string[];
  /** The test card that was picked, when there is one. */
  picked?: string;
  wrongField?: string;
};

const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

/** The card form of the payer's page; the number typed, or picked from the list, decides what happens. */
export function CardForm({ id, cards, scenarios, years, picked, wrongField }: Props) {
  const page = `/simulateurs/systempay/paiement/${id}`;
  return (
    <form method="post" action={`${page}/valider`}>
      <h2>Informations de la carte</h2>
      <div className="bank-fields">
        <CardNumberField picked={picked} wrong={wrongField === "carte"} />
        <fieldset>
          <legend>Expire fin</legend>
          <Select
            label="Mois"
            name="month"
            values={months.map((month) => [String(Number(month)), month])}
            defaultValue="12"
          />
          <Select label="Année" name="year" values={years.map((year) => [year, year])} defaultValue={years[1]} />
        </fieldset>
        <label>
          Cryptogramme visuel
          <input
            name="code"
            className="bank-short"
            inputMode="numeric"
            autoComplete="off"
            pattern="\d{3}"
            maxLength={3}
            required
            defaultValue={picked && "123"}
            aria-invalid={wrongField === "cryptogramme"}
            aria-describedby="code-hint"
          />
          <span id="code-hint" className="bank-hint">
            Trois chiffres au dos de la carte&nbsp;: n’importe lesquels ici.
          </span>
        </label>
      </div>
      <button type="submit" className="bank-button primary">
        Valider
      </button>
      <button type="submit" className="bank-button quiet" formAction={`${page}/abandonner`} formNoValidate>
        Annuler et retourner à la boutique
      </button>
      <TestCards page={page} cards={cards} picked={picked} />
      <ScenarioFields scenarios={scenarios} />
    </form>
  );
}

type SelectProps = { label: string; name: string; values: [string, string][]; defaultValue?: string };

function Select({ label, name, values, defaultValue }: SelectProps): ReactNode {
  return (
    <label>
      {label}
      <select name={name} defaultValue={defaultValue}>
        {values.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
