import type { Tone } from "@/components/ui/tag";
import type { ImportView, ListedLine } from "@/lib/accounts/imports/queries";

type Words = { label: string; tone: Tone };

export const stageWords: Record<ImportView["status"], Words> = {
  uploaded: { label: "Colonnes à vérifier", tone: "request" },
  checking: { label: "Essai en cours", tone: "wait" },
  checked: { label: "Essayé, rien n’est écrit", tone: "request" },
  running: { label: "Import en cours", tone: "wait" },
  done: { label: "Importé", tone: "reserved" },
  undoing: { label: "Retrait en cours", tone: "wait" },
  undone: { label: "Retiré", tone: "neutral" },
  failed: { label: "À reprendre", tone: "cancel" },
};

export type LineState = ListedLine["status"];

export const lineWords: Record<LineState, Words & { name: string }> = {
  ok: { name: "a-importer", label: "À importer", tone: "request" },
  error: { name: "a-corriger", label: "À corriger", tone: "cancel" },
  duplicate: { name: "deja-connues", label: "Déjà connues", tone: "neutral" },
  imported: { name: "importees", label: "Importées", tone: "reserved" },
  undone: { name: "retirees", label: "Retirées", tone: "neutral" },
};

export const lineStates = Object.keys(lineWords) as LineState[];

/** The state that an address names. */
export const lineStateOf = (name: string | undefined): LineState | undefined =>
  lineStates.find((state) => lineWords[state].name === name);

const encodings = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "windows-1252": "Windows-1252" };
const signs: Record<string, string> = { ";": "points-virgules", ",": "virgules", "\t": "tabulations", "|": "barres" };

/** How the portal has read a file: an agent sees at once when it was wrong. */
export function formatInWords(format: ImportView["files"][number]["format"]): string {
  if (format.kind === "xlsx") return "classeur Excel, première feuille";
  return `CSV, ${encodings[format.encoding]}, ${signs[format.delimiter] ?? format.delimiter}`;
}

export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("fr-FR")}\u00a0${number > 1 ? many : one}`;
