export const sources = { caf: "CAF", msa: "MSA", tax_notice: "avis d’imposition", declared: "déclaré" };
export const categories = { resident: "Habite la commune", nonResident: "Hors commune" };
