import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { stringify as stringifyAtOnce } from "csv-stringify/sync";
import type { TakenExport } from "@/lib/auth/take-export";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { type ListedLine, listReportLines } from "./queries";

/** As French spreadsheets open them; a value that would be a formula is made a text. */
const options = { bom: true, delimiter: ";", record_delimiter: "windows", escape_formulas: true } as const;

const columns = [
  "Fichier",
  "Ligne",
  "Personne",
  "Résultat",
  "Colonne",
  "Valeur lue",
  "Explication",
  "Dossier",
  "Extrait par",
];

const results: Record<ListedLine["status"], string> = {
  ok: "à importer",
  duplicate: "déjà connue",
  error: "à corriger",
  imported: "importée",
  undone: "retirée",
};

/** One row per line, or per problem of a line, signed; nothing is held but the thousand at hand. */
export function reportOf(ctx: Context, importId: string, { mark, written }: TakenExport): ReadableStream<Uint8Array> {
  const rows = async function* () {
    let count = 0;
    let after = { part: 0, line: 0 };
    for (let lines = await listReportLines(ctx, importId, after); lines.length > 0; ) {
      for (const row of lines.flatMap(rowsOf)) yield [...row, mark];
      count += lines.length;
      after = lines.at(-1) ?? after;
      lines = await listReportLines(ctx, importId, after);
    }
    await written(count);
  };
  const table = Readable.from(rows()).pipe(stringify({ ...options, header: true, columns }));
  return Readable.toWeb(table) as ReadableStream<Uint8Array>;
}

function rowsOf({ part, line, subject, status, message, problems, householdId }: ListedLine): string[][] {
  const start = [String(part), String(line), subject ?? "", results[status]];
  const link = householdId ? `${env().appUrl}/admin/familles/${householdId}` : "";
  const told = [
    ...(message ? [["", "", message]] : []),
    ...(problems ?? []).map(({ column, value, message }) => [column ?? "", value, message]),
  ];
  return (told.length > 0 ? told : [["", "", ""]]).map((said) => [...start, ...said, link]);
}

const model = [
  ["Nom enfant", "Prénom enfant", "Date de naissance", "Sexe", "École", "Niveau", "Classe"],
  ["Durand", "Léa", "14/03/2019", "F", "Jules-Ferry", "CP", "Mme Petit"],
];
const adult = (rank: number) =>
  ["Civilité", "Nom", "Prénom", "Lien", "Autorité parentale", "E-mail", "Portable"].map(
    (name) => `${name} parent ${rank}`,
  );
const adults = [
  [...adult(1), ...adult(2)],
  ["Mme", "Durand", "Camille", "mère", "oui", "camille.durand@exemple.fr", "06 12 34 56 78"].concat([
    "M.",
    "Petit",
    "Nicolas",
    "père",
    "oui",
    "nicolas.petit@exemple.fr",
    "06 98 76 54 32",
  ]),
];
const homes = [
  ["Adresse", "Complément d’adresse", "Code postal", "Commune"],
  ["3 rue des Lilas", "", "59223", "Roncq"],
];

export const modelFile = (): string =>
  stringifyAtOnce(
    [0, 1].map((row) => [model, adults, homes].flatMap((part) => part[row] ?? [])),
    options,
  );
