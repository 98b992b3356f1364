import { plainText } from "@/lib/core/text";

export const signUpSteps = ["vous", "adresse", "enfants", "recapitulatif"] as const;
export type SignUpStep = (typeof signUpSteps)[number];

export const isSignUpStep = (name: string): name is SignUpStep => signUpSteps.some((step) => step === name);

type Status = "draft" | "submitted" | "information_requested" | "approved" | "refused";

const decisions = ["approved", "refused", "information_requested"] as const satisfies Status[];

const nextStates: Record<Status, readonly Status[]> = {
  draft: ["submitted"],
  submitted: decisions,
  information_requested: ["submitted", ...decisions],
  approved: [],
  refused: [],
};

export const canBecome = (from: Status, to: Status): boolean => nextStates[from].includes(to);

/** Whether the family may still write in it. */
export const isEditable = (status: Status): boolean => canBecome(status, "submitted");

/** The same day so many years earlier, to be compared with. */
export const yearsBefore = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) - years}${date.slice(4)}`;

/** A person's name whatever its accents, its capitals, its hyphens and the order of its words. */
export const nameKey = (...names: (string | null | undefined)[]): string =>
  [...new Set(plainText(names.join(" ")).split(" "))].sort().join(" ");

const shortened: Record<string, string> = {
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  boul: "boulevard",
  r: "rue",
  pl: "place",
  imp: "impasse",
  all: "allee",
  ch: "chemin",
  che: "chemin",
  rte: "route",
  sq: "square",
  st: "saint",
  ste: "sainte",
};
const little = new Set(["de", "du", "des", "la", "le", "les", "l", "d", "a", "au", "aux"]);

/** A street whatever its accents, its usual abbreviations and its little words: "12, av. de la Gare". */
export const streetKey = (street: string): string =>
  plainText(street)
    .replaceAll(".", " ")
    .split(" ")
    .filter((word) => word && !little.has(word))
    .map((word) => shortened[word] ?? word)
    .join(" ");

/** The number in a street, or nothing. */
export const streetNumber = (street: string): string => /\d+/.exec(street)?.[0] ?? "";

export type DuplicateReason = "child" | "adult" | "email" | "phone" | "address";

/** What a structure reads first: a child that is already there says more than a street. */
export const duplicateReasons: readonly DuplicateReason[] = ["child", "adult", "email", "phone", "address"];
