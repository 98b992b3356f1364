/** Letters that Unicode does not take apart, and the typographic apostrophe. */
const replacements: Record<string, string> = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE", ß: "ss", "’": " " };

/** The text shown to the payer and to the accountant: ASCII letters, digits and spaces, at most 100. */
export function cleanObjet(subject: string): string {
  return subject
    .replace(/[œŒæÆß’]/g, (letter) => replacements[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/['-]/g, " ")
    .replace(/[^A-Za-z0-9 ]/g, "")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 100)
    .trimEnd();
}
