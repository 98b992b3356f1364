import { FileDown } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { CertificatesPage } from "@/lib/billing/certificates/queries/certificates-page";
import { hoursInWords } from "@/lib/billing/certificates/rules";
import { dateInWords } from "@/lib/core/format-date";

type Props = { page: CertificatesPage; householdId: string };

/** The three certificates: each says what it will certify before it is downloaded. Plain forms: the address holds the choice. */
export function CertificatesDesk({ page, householdId }: Props) {
  const { years, year, care, children, childId, days, minutes, paid } = page;
  const addressOf = (name: string, query: Record<string, string>) =>
    `/api/attestations/${name}?${new URLSearchParams({ foyer: householdId, ...query })}`;
  const period = { du: days.from, au: days.to };
  const inWords = `du ${dateInWords(days.from)} au ${dateInWords(days.to)}`;
  const payable = care.filter(({ cents, cesuCents }) => cents + cesuCents > 0);

  return (
    <div className="grid gap-5">
      <Card aria-labelledby="fiscale" className="p-5">
        <h2 id="fiscale">Attestation fiscale</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-2">
          Pour le crédit d’impôt : ce qui a été payé dans l’année pour la garde d’un enfant de moins de six ans au 1er
          janvier, sans les repas.
        </p>
        <form className="mt-4 flex flex-wrap items-end gap-3">
          <SelectField
            name="annee"
            label="Année"
            defaultValue={`${year}`}
            options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
          />
          <Button type="submit">
            Afficher<span className="sr-only"> l’année choisie</span>
          </Button>
        </form>
        {payable.length > 0 ? (
          <ul className="mt-4 grid gap-3">
            {payable.map(({ childId, child, cents }) => (
              <li key={childId} className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  {child} :{" "}
                  <strong>
                    <Money cents={cents} />
                  </strong>{" "}
                  payés en {year}
                </span>
                <ButtonLink href={addressOf("fiscale", { annee: `${year}`, enfant: childId })} variant="primary">
                  <FileDown className="size-4" />
                  Télécharger
                  <span className="sr-only">
                    {" "}
                    l’attestation fiscale {year} de {child}
                  </span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        ) : (
          <p className="mt-4 text-ink-2">
            {care.length === 0
              ? `Aucun enfant n’avait moins de six ans au 1er janvier ${year}.`
              : `Rien n’a été payé en ${year} pour la garde d’un enfant de moins de six ans.`}
          </p>
        )}
      </Card>
      <Card aria-labelledby="presence" className="p-5">
        <h2 id="presence">Attestations de présence et de paiement</h2>
        <p className="mt-1 max-w-prose text-sm text-ink-2">
          Pour la CAF ou un employeur : les jours et les heures d’un enfant, ou ce qui a été payé.
        </p>
        <form className="mt-4 flex flex-wrap items-end gap-3">
          {children.length > 0 && (
            <SelectField
              name="enfant"
              label="Enfant"
              defaultValue={childId ?? ""}
              options={children.map(({ id, firstName }) => ({ value: id, label: firstName }))}
            />
          )}
          <TextField type="date" name="du" label="Du" defaultValue={days.from} required />
          <TextField type="date" name="au" label="Au" defaultValue={days.to} required />
          <Button type="submit">
            Afficher<span className="sr-only"> la période choisie</span>
          </Button>
        </form>
        <ul className="mt-4 grid gap-3">
          <li className="flex flex-wrap items-center justify-between gap-3">
            {childId && minutes > 0 ? (
              <>
                <span>
                  Présences : <strong>{hoursInWords(minutes)}</strong>, {inWords}
                </span>
                <ButtonLink href={addressOf("presence", { enfant: childId, ...period })} variant="primary">
                  <FileDown className="size-4" />
                  Télécharger<span className="sr-only"> l’attestation de présence</span>
                </ButtonLink>
              </>
            ) : (
              <span className="text-ink-2">Aucune présence n’est enregistrée {inWords}.</span>
            )}
          </li>
          <li className="flex flex-wrap items-center justify-between gap-3">
            {paid.count > 0 ? (
              <>
                <span>
                  Paiements :{" "}
                  <strong>
                    <Money cents={paid.cents} />
                  </strong>
                  , {inWords}
                </span>
                <ButtonLink href={addressOf("paiement", period)} variant="primary">
                  <FileDown className="size-4" />
                  Télécharger<span className="sr-only"> l’attestation de paiement</span>
                </ButtonLink>
              </>
            ) : (
              <span className="text-ink-2">Aucun paiement {inWords}.</span>
            )}
          </li>
        </ul>
      </Card>
    </div>
  );
}
