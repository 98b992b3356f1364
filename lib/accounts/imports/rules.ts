import { plainText } from "@/lib/core/text";

export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
export const MAX_LINES = 50_000;
export const MAX_COLUMNS = 100;

const adult = (who: string) =>
  ({
    title: `${who} : civilité`,
    lastName: `${who} : nom de famille`,
    usualName: `${who} : nom d’usage`,
    firstName: `${who} : prénom`,
    relation: `${who} : lien avec l’enfant`,
    authority: `${who} : autorité parentale`,
    email: `${who} : adresse e-mail`,
    phone: `${who} : téléphone mobile`,
    homePhone: `${who} : téléphone du domicile`,
    workPhone: `${who} : téléphone professionnel`,
    street: `${who} : adresse`,
    addressComplement: `${who} : complément d’adresse`,
    postalCode: `${who} : code postal`,
    city: `${who} : commune`,
  }) as const;

const child = {
  lastName: "Enfant : nom de famille",
  usualName: "Enfant : nom d’usage",
  firstName: "Enfant : prénom",
  birthDate: "Enfant : date de naissance",
  sex: "Enfant : sexe",
  birthPlace: "Enfant : lieu de naissance",
  school: "Enfant : école",
  gradeLevel: "Enfant : niveau",
  className: "Enfant : classe",
} as const;

const home = {
  street: "Foyer : adresse",
  addressComplement: "Foyer : complément d’adresse",
  postalCode: "Foyer : code postal",
  city: "Foyer : commune",
  number: "Foyer : numéro de famille",
} as const;

export const groups = { child, adult1: adult("Responsable 1"), adult2: adult("Responsable 2"), home } as const;

export type Who = keyof typeof groups;
export type Target = { [W in Who]: `${W}.${keyof (typeof groups)[W] & string}` }[Who];

const targetLabels = Object.fromEntries(
  Object.entries(groups).flatMap(([who, fields]) =>
    Object.entries(fields).map(([field, label]) => [`${who}.${field}`, label]),
  ),
) as Record<Target, string>;

export const isTarget = (name: string): name is Target => Object.hasOwn(targetLabels, name);

/** Which field each column holds, by its place in the file; a column that is left out is not read. */
export type Mapping = Record<string, Target>;

/** The first rule that fits says what a header is about. */
const fieldRules: [RegExp, Record<Who, string | undefined>][] = [
  [/\b(pays|ine|cycle|etat|identifiant classe|attestation|decision|photo|associations?)\b/, none()],
  [/\b(numero|n|no|code|identifiant|id|ref) ?(de )?(la )?(famille|foyer|dossier)\b/, { ...none(), home: "number" }],
  [/autorite parentale/, adults("authority")],
  [/\b(lien|parente|qualite)\b/, adults("relation")],
  [/\bcivilite\b|\btitre\b/, adults("title")],
  [/prenom/, { ...adults("firstName"), child: "firstName" }],
  [/nom (d )?usage|nom marital|nom d epouse/, { ...adults("usualName"), child: "usualName" }],
  [/lieu.*naiss|commune.*naiss|ville.*naiss/, { ...none(), child: "birthPlace" }],
  [/naiss|\bne\b|\bnee\b/, { ...none(), child: "birthDate" }],
  [/\bsexe\b|\bgenre\b/, { ...none(), child: "sex" }],
  [/mail|courriel|\bmel\b/, adults("email")],
  [/portable|mobile|\bgsm\b/, adults("phone")],
  [/(tel|telephone).*(travail|pro)/, adults("workPhone")],
  [/(tel|telephone).*(domicile|fixe|maison)/, adults("homePhone")],
  [/\btel\b|telephone/, adults("phone")],
  [/complement/, addresses("addressComplement")],
  [/\bcp ?1?\b|code postal/, addresses("postalCode")],
  [/commune|\bville\b|localite/, addresses("city")],
  [/adresse ?1?$|adresse ?1?\b(?! ?2)|\brue\b|\bvoie\b/, addresses("street")],
  [/\becole\b|etablissement/, { ...none(), child: "school" }],
  [/\bniveau\b/, { ...none(), child: "gradeLevel" }],
  [/\bclasse\b/, { ...none(), child: "className" }],
  [/\bnom\b/, { ...adults("lastName"), child: "lastName" }],
];

function none(): Record<Who, string | undefined> {
  return { child: undefined, adult1: undefined, adult2: undefined, home: undefined };
}
function adults(field: string): Record<Who, string | undefined> {
  return { ...none(), adult1: field, adult2: field };
}
function addresses(field: string): Record<Who, string | undefined> {
  return { ...adults(field), home: field };
}

const whoRules: [RegExp, Who][] = [
  [/(parent|responsable|representant|tuteur|rl|adulte|conjoint) ?(legal )?2\b|\bmere\b|conjoint/, "adult2"],
  [/parent|responsable|representant|tuteur|\brl ?1?\b|adulte|\bpere\b|\bcontact\b/, "adult1"],
  [/enfant|eleve/, "child"],
  [/foyer|famille/, "home"],
];

/** "Adresse2", "Cp2" in a list of pupils: the other parent's, without a name to put it to. */
const isSecondAddress = (header: string) => /^(adresse|cp|commune|pays) ?2$/.test(header);

/** What each header most probably holds: those of ONDE, and those that town halls give to their own lists. */
export function guessMapping(header: readonly string[]): Mapping {
  const plain = header.map((name) => plainText(name));
  const guessed: Mapping = {};
  const taken = new Set<string>();
  for (const [index, name] of plain.entries()) {
    const target = isSecondAddress(name) ? undefined : targetOf(name);
    if (!target || (taken.has(target) && !target.startsWith("child."))) continue;
    if (target === "child.className" && isClassOfAGuardian(plain)) continue;
    taken.add(target);
    guessed[index] = target;
  }
  return guessed;
}

function targetOf(name: string): Target | undefined {
  const said = whoRules.find(([words]) => words.test(name.replace("nom de famille", "nom")))?.[1];
  const rule = fieldRules.find(([words]) => words.test(name))?.[1];
  if (!rule) return undefined;
  const orders: Who[] = said ? [said] : ["child", "home", "adult1"];
  const who = orders.find((one) => rule[one]);
  const target = who && `${who}.${rule[who]}`;
  return target && isTarget(target) ? target : undefined;
}

/** In ONDE's list of guardians the classes of their children are words; the pupils' list has them. */
const isClassOfAGuardian = (header: string[]) => header.includes("classes enfants");

/** A child begins where one of its fields comes back: a guardian's line may name several. */
export function childOf(mapping: Mapping): Map<number, number> {
  const places = new Map<number, number>();
  let seen = new Set<string>();
  let rank = 0;
  for (const [index, target] of columnsOf(mapping)) {
    if (!target.startsWith("child.")) continue;
    if (seen.has(target)) {
      rank += 1;
      seen = new Set();
    }
    seen.add(target);
    places.set(index, rank);
  }
  return places;
}

/** In the order of the file. */
export const columnsOf = (mapping: Mapping): [number, Target][] =>
  Object.entries(mapping)
    .map(([index, target]): [number, Target] => [Number(index), target])
    .sort(([a], [b]) => a - b);

/** What an import cannot do without, in words: what none of its files has. */
export function missingTargets(mappings: readonly Mapping[]): string[] {
  const has = (target: Target) => mappings.some((mapping) => Object.values(mapping).includes(target));
  const either = (...targets: Target[]) => targets.some(has);
  const asked: [boolean, string][] = [
    [has("child.lastName"), "le nom de l’enfant"],
    [has("child.firstName"), "le prénom de l’enfant"],
    [has("child.birthDate"), "la date de naissance de l’enfant"],
    [has("adult1.lastName"), "le nom d’un responsable"],
    [has("adult1.firstName"), "le prénom d’un responsable"],
    [either("home.street", "adult1.street"), "l’adresse"],
    [either("home.postalCode", "adult1.postalCode"), "le code postal"],
    [either("home.city", "adult1.city"), "la commune"],
  ];
  return asked.filter(([isThere]) => !isThere).map(([, words]) => words);
}

/** The same field twice, in words; a child may come several times. */
export function doubledTargets(mapping: Mapping): string[] {
  const targets = Object.values(mapping).filter((target) => !target.startsWith("child."));
  return [...new Set(targets.filter((target, index) => targets.indexOf(target) !== index))].map(
    (target) => targetLabels[target],
  );
}
