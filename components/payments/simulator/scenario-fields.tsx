import type { ReactNode } from "react";

type Props = { scenarios: Record<string, string>; children?: ReactNode };

/** What a tester may have the bank do: quiet, and open to everyone. */
export function ScenarioFields({ scenarios, children }: Props) {
  return (
    <details className="bank-scenarios">
      <summary>Scénarios de test</summary>
      <div className="bank-fields">
        <label>
          Ce qui arrive au portail
          <select name="scenario" defaultValue="normal">
            {Object.entries(scenarios).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Retard de la notification, en secondes
          <input name="delaySeconds" type="number" min={1} max={600} defaultValue={10} inputMode="numeric" />
        </label>
      </div>
      {children}
    </details>
  );
}
