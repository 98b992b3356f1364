import { commonWords } from "./common-passwords";

/** What is asked of a new password, said before it is typed (CNIL 2022-100: 80 bits, without any renewal). */
export const passwordAdvice = [
  "12 caractères au moins, avec des minuscules, des majuscules, des chiffres et des signes ;",
  "ou 14 caractères au moins, avec trois de ces quatre sortes ;",
  "ou une phrase d’au moins 7 mots différents, que vous seul connaissez.",
] as const;

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];

/** Why a password is refused, in words; undefined when it is good. */
export function passwordProblem(password: string, { email }: { email: string }): string | undefined {
  if (!isStrong(password)) return "Ce mot de passe est trop simple : suivez l’un des trois conseils ci-dessous.";
  if (password.toLowerCase().includes(email)) return "Votre mot de passe ne doit pas contenir votre adresse e-mail.";
  if (isCommon(password)) return "Ce mot de passe est trop courant : choisissez-en un que personne ne devinera.";
  return undefined;
}

function isStrong(password: string): boolean {
  const length = [...password].length;
  const sorts = kinds.filter((kind) => kind.test(password)).length;
  return (length >= 12 && sorts === 4) || (length >= 14 && sorts >= 3) || wordsOf(password).size >= 7;
}

const wordsOf = (password: string) => new Set(password.toLowerCase().match(/\p{L}{2,}/gu));

function isCommon(password: string): boolean {
  const letters = password.toLowerCase().replace(/\P{L}/gu, "");
  return commonWords.has(letters) || new Set(password.toLowerCase()).size < 6;
}

const RESET_MINUTES = 60;

/** Until when a link sent now lets its reader choose a password. */
export const resetDeadline = (now: Date): Date => new Date(now.getTime() + RESET_MINUTES * 60_000);
