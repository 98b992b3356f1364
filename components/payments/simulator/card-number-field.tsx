import { groupDigits } from "./group-digits";

/** The card's number, and what is wrong with it: no real card has any business here. */
export function CardNumberField({ picked, wrong }: { picked?: string; wrong: boolean }) {
  return (
    <label>
      Numéro de carte
      <input
        name="card"
        inputMode="numeric"
        autoComplete="off"
        maxLength={23}
        required
        defaultValue={picked && groupDigits(picked)}
        aria-invalid={wrong}
        aria-describedby="card-hint"
      />
      <span id="card-hint" className={wrong ? "bank-error" : "bank-hint"} role={wrong ? "alert" : undefined}>
        {wrong
          ? "Ce numéro n’est pas celui d’une carte de test : choisissez-en une dans la liste."
          : "Seules les cartes de test de la liste sont acceptées. Ne saisissez jamais une vraie carte."}
      </span>
    </label>
  );
}
