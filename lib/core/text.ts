/** "de Nahel", "d’Adam". */
export const withOf = (name: string): string => (/^[aeiou]/.test(plainText(name)) ? `d’${name}` : `de ${name}`);

/** Lower case, without accents, one space between words: for comparing and searching names. */
export const plainText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[^\p{L}\p{N}@.+]+/gu, " ")
    .trim();
