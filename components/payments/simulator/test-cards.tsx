import { groupDigits } from "./group-digits";

export type TestCardChoice = { number: string; label: string };
type Props = { page: string; cards: TestCardChoice[]; picked?: string };

/** Each card fills the form in when it is followed: a link, so that it needs no script. */
export function TestCards({ page, cards, picked }: Props) {
  return (
    <section className="bank-cards" aria-labelledby="test-cards">
      <h2 id="test-cards">Cartes de test</h2>
      <ul>
        {cards.map(({ number, label }) => (
          <li key={number}>
            <a href={`${page}?carte=${number}`} aria-current={number === picked ? "true" : undefined}>
              {groupDigits(number)}
            </a>
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
