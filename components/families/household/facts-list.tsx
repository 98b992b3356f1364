import { numericDate } from "@/lib/core/format-date";
import type { HouseholdFacts } from "@/lib/reporting/queries/household-activity";
import { categories, sources } from "./pricing-words";

type Props = { facts: HouseholdFacts; address: string };

/** What prices depend on, and what colleagues noted. */
export function FactsList({ facts: { quotient, tariffCategory, staffNote }, address }: Props) {
  return (
    <dl className="grid gap-2 text-sm">
      <Fact label="Adresse">{address}</Fact>
      <Fact label="Tarif">{categories[tariffCategory]}</Fact>
      <Fact label="Quotient familial">
        {quotient
          ? `${quotient.value} (${sources[quotient.source]}, depuis le ${numericDate(quotient.from)})`
          : "Non renseigné"}
      </Fact>
      {staffNote && <Fact label="Note interne">{staffNote}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
