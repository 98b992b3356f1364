"use client";

import { FormSummary } from "@/components/form/form-summary";
import { HiddenFields } from "@/components/form/hidden-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { inputClass } from "@/components/form/text-field";
import { useKeptForm } from "@/components/form/use-kept-form";
import { Card } from "@/components/ui/card";
import { mapColumnsAction } from "@/lib/accounts/imports/actions";
import type { ImportView } from "@/lib/accounts/imports/queries";
import { groups } from "@/lib/accounts/imports/rules";
import { count, formatInWords } from "./import-words";

type Props = { importId: string; files: ImportView["files"]; isAgain: boolean };

const groupLabels: Record<keyof typeof groups, string> = {
  child: "Enfant",
  adult1: "Responsable 1",
  adult2: "Responsable 2",
  home: "Foyer",
};

/** What each column holds: guessed, or chosen the last time; an agent looks it over against the first values. */
export function MapColumnsForm({ importId, files, isAgain }: Props) {
  const { form, isPending, summary } = useKeptForm(mapColumnsAction);
  return (
    <form {...form} className="grid gap-4">
      <FormSummary {...summary} />
      <HiddenFields fields={{ importId }} />
      {files.map((file) => (
        <FileColumns key={file.part} file={file} />
      ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton variant="primary" pending={isPending}>
          {isAgain ? "Essayer à nouveau" : "Essayer l’import"}
        </SubmitButton>
        <p className="text-sm text-ink-2">Un essai n’écrit rien : il dit ligne par ligne ce qui se passerait.</p>
      </div>
    </form>
  );
}

function FileColumns({ file }: { file: ImportView["files"][number] }) {
  const { part, fileName, format, header, samples, lines, mapping } = file;
  return (
    <Card aria-labelledby={`fichier-${part}`} className="overflow-x-auto">
      <h2 id={`fichier-${part}`} className="px-5 pt-4 wrap-anywhere">
        {fileName}
      </h2>
      <p className="px-5 pb-3 text-sm text-ink-2">
        {count(lines, "ligne", "lignes")}, {formatInWords(format)}
      </p>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Colonnes de {fileName}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-ink-2">
            <th scope="col" className="px-5 py-2 font-semibold">
              Colonne du fichier
            </th>
            <th scope="col" className="px-2 py-2 font-semibold max-sm:hidden">
              Premières valeurs
            </th>
            <th scope="col" className="px-5 py-2 font-semibold">
              Ce qu’elle contient
            </th>
          </tr>
        </thead>
        <tbody>
          {header.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and two may bear one name
            <tr key={index} className="border-line not-last:border-b">
              <th scope="row" className="px-5 py-2 text-left font-semibold break-words">
                {name || `Colonne ${index + 1}`}
              </th>
              <td className="px-2 py-2 text-sm text-ink-2 max-sm:hidden">
                {samples
                  .map((row) => row[index])
                  .filter(Boolean)
                  .join(" · ") || "–"}
              </td>
              <td className="px-5 py-2">
                <TargetSelect name={`c${part}-${index}`} label={name} chosen={mapping[index] ?? ""} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function TargetSelect({ name, label, chosen }: { name: string; label: string; chosen: string }) {
  return (
    <select
      name={name}
      aria-label={`Contenu de la colonne ${label}`}
      defaultValue={chosen}
      className={`${inputClass} min-w-44 ${chosen ? "" : "text-ink-2"}`}
    >
      <option value="">Ne pas importer</option>
      {Object.entries(groups).map(([who, fields]) => (
        <optgroup key={who} label={groupLabels[who as keyof typeof groups]}>
          {Object.entries(fields).map(([field, words]) => (
            <option key={field} value={`${who}.${field}`}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
