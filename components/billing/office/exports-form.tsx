import { Download } from "lucide-react";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ExportName } from "@/lib/billing/exports/input";

const sheets: { name: ExportName; title: string; what: string; isOfToday?: boolean }[] = [
  {
    name: "paiements",
    title: "Journal des encaissements",
    what: "Chaque paiement, en ligne et au guichet, les quittances annulées et les remboursements versés.",
  },
  { name: "ecritures", title: "Grand livre", what: "Chaque écriture, en débit et en crédit." },
  { name: "factures", title: "Factures et avoirs", what: "Par date d’émission, avec ce qui reste à payer." },
  {
    name: "soldes",
    title: "Soldes et impayés",
    what: "Ce que chaque famille a en crédit et doit aujourd’hui, par ancienneté.",
    isOfToday: true,
  },
  { name: "remboursements", title: "Remboursements", what: "Chaque demande et ce qu’elle est devenue." },
];

type Props = { period: { from: string; to: string }; offices: { id: string; name: string }[] };

/** One plain form per file: its address says what is in it. */
export function ExportsForms({ period, offices }: Props) {
  return (
    <div className="grid gap-4">
      {sheets.map(({ name, title, what, isOfToday }) => (
        <Card key={name} aria-labelledby={name} className="p-5">
          <h2 id={name}>{title}</h2>
          <p className="mb-3 text-sm text-ink-2">{what}</p>
          <form action={`/api/exports/${name}`} className="flex flex-wrap items-end gap-3">
            {!isOfToday && (
              <>
                <TextField type="date" id={`${name}-du`} name="du" label="Du" defaultValue={period.from} required />
                <TextField type="date" id={`${name}-au`} name="au" label="Au" defaultValue={period.to} required />
              </>
            )}
            <SelectField
              id={`${name}-regie`}
              name="regie"
              label="Régie"
              required={false}
              options={[{ value: "", label: "Toutes" }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <Button type="submit" name="format" value="xlsx" variant="primary">
              <Download className="size-4" />
              Excel<span className="sr-only"> : {title}</span>
            </Button>
            <Button type="submit" name="format" value="csv">
              <Download className="size-4" />
              CSV<span className="sr-only"> : {title}</span>
            </Button>
          </form>
        </Card>
      ))}
    </div>
  );
}
