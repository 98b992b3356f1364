/** What the organisation may say in its own words: the subject of a message and how it begins. */
export type Wording = { subject: string; opening: string };

/** What can be named in these words, as "{prenom}", and the part of a message's payload that it stands for. */
const fromPayload: Record<string, { variable: string; label: string; example: string }> = {
  firstName: { variable: "prenom", label: "Prénom de la personne", example: "Camille" },
  receiptNumber: { variable: "recu", label: "Numéro du reçu", example: "REC2026000123" },
  label: { variable: "objet", label: "Ce dont il s’agit", example: "Téléphone mobile" },
};

export type Variable = { name: string; label: string };

const general: Variable[] = [
  { name: "structure", label: "Nom de la structure" },
  { name: "structure_courte", label: "Nom court de la structure" },
];

/** What may be named in the words of a message, from what it is written with. */
export const variablesOf = (payloadKeys: readonly string[]): Variable[] => [
  ...general,
  ...payloadKeys.flatMap((key) => {
    const known = fromPayload[key];
    return known ? [{ name: known.variable, label: known.label }] : [];
  }),
];

/** What stands for a part of the payload, in a default wording or in an example. */
export const placeholderOf = (key: string): string | undefined => fromPayload[key] && `{${fromPayload[key].variable}}`;
export const exampleOf = (key: string): string | undefined => fromPayload[key]?.example;

const named = /\{([^{}\s]*)\}/g;

/** The names in a text that stand for nothing here. */
export const unknownNames = (text: string, variables: readonly Variable[]): string[] =>
  [...text.matchAll(named)].map(([, name = ""]) => name).filter((name) => !variables.some((one) => one.name === name));

type Organization = { name: string; shortName: string };

/** The words with what they name in its place; whatever is named stays text. */
export function fillIn(text: string, payload: Record<string, unknown>, { name, shortName }: Organization): string {
  const values: Record<string, string> = { structure: name, structure_courte: shortName };
  for (const [key, { variable }] of Object.entries(fromPayload)) {
    if (typeof payload[key] === "string") values[variable] = payload[key];
  }
  return text.replace(named, (whole, key: string) => values[key] ?? whole);
}

/** The opening as its paragraphs. */
export const paragraphsOf = (opening: string): string[] =>
  opening
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
