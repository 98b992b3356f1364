const UNITS = [
  "zéro",
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
  "treize",
  "quatorze",
  "quinze",
  "seize",
  "dix-sept",
  "dix-huit",
  "dix-neuf",
];
const TENS = [
  "",
  "",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre-vingt",
  "quatre-vingt",
];

/** "mille deux cent trente-quatre euros et cinquante centimes", as a receipt says its amount beside the figures. */
export function amountInWords(cents: number): string {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents >= 100_000_000_000) {
    throw new RangeError(`Not an amount to spell: ${cents}`);
  }
  const euros = Math.floor(cents / 100);
  const rest = cents % 100;
  // "un million d’euros", but "un million deux euros".
  const unit = euros >= 1_000_000 && euros % 1_000_000 === 0 ? " d’euro" : " euro";
  const whole = `${spell(euros)}${unit}${euros > 1 ? "s" : ""}`;
  if (rest === 0) return whole;
  const part = `${spell(rest)} centime${rest > 1 ? "s" : ""}`;
  return euros === 0 ? part : `${whole} et ${part}`;
}

function spell(number: number): string {
  const millions = Math.floor(number / 1_000_000);
  const thousands = Math.floor(number / 1000) % 1000;
  const units = number % 1000;
  const words = [
    millions > 0 && `${spellHundreds(millions, true)} million${millions > 1 ? "s" : ""}`,
    thousands > 0 && (thousands === 1 ? "mille" : `${spellHundreds(thousands, false)} mille`),
    (units > 0 || number === 0) && spellHundreds(units, true),
  ];
  return words.filter(Boolean).join(" ");
}

/** `plural`: "cent" and "quatre-vingt" take an s when nothing follows them; "mille" counts as following. */
function spellHundreds(number: number, plural: boolean): string {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  if (hundreds === 0) return spellTens(rest, plural);
  const mark = hundreds > 1 && rest === 0 && plural ? "s" : "";
  const cent = hundreds === 1 ? "cent" : `${UNITS[hundreds]} cent${mark}`;
  return rest === 0 ? cent : `${cent} ${spellTens(rest, plural)}`;
}

/** Seventies and nineties count on from sixty and eighty: "soixante et onze", "quatre-vingt-onze". */
function spellTens(number: number, plural: boolean): string {
  if (number < 20) return UNITS[number] ?? "";
  const ten = Math.floor(number / 10);
  const unit = ten === 7 || ten === 9 ? number - (ten - 1) * 10 : number % 10;
  if (unit === 0) return ten === 8 && plural ? "quatre-vingts" : (TENS[ten] ?? "");
  const joint = ten < 8 && (unit === 1 || unit === 11) ? " et " : "-";
  return `${TENS[ten]}${joint}${UNITS[unit]}`;
}

/** What the embedded font cannot draw: all but the Latin letters of Europe and the punctuation of French. */
const UNPRINTABLE =
  /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u0113\u0116-\u0127\u012a\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u0161\u0164\u0165\u016a-\u017e\u0218-\u021b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2212]/gu;

/** A text that the PDF can show: narrow spaces become no-break ones, an unknown letter loses its accents. */
export function printable(text: string): string {
  const spaced = text
    .normalize("NFC")
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replaceAll(/[\u2007\u2009\u202f]/gu, "\u00a0");
  return spaced.replaceAll(UNPRINTABLE, (letter) => {
    const plain = letter.normalize("NFD").replaceAll(/\p{M}/gu, "");
    return plain === letter ? "?" : plain.replaceAll(UNPRINTABLE, "?");
  });
}
