import { passwordProblem } from "../rules";

/** From 0, guessed at once, to 4; below 3 a password is refused whatever signs it holds. */
export type Strength = 0 | 1 | 2 | 3 | 4;

const ENOUGH: Strength = 3;

/** The powers of ten of guesses from which a password climbs a step. */
const steps = [6, 8, 10, 13];

/** What follows adds nothing to the answer, and would cost. */
const LOOKED_AT = 64;

let loading: ReturnType<typeof load> | undefined;

/** The dictionaries weigh more than a page: fetched with the first password that is typed, here or on the server. */
async function load() {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-fr"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: LOOKED_AT,
  });
}

/** How hard a password is to guess for who knows French, the usual passwords and this person's address. */
export async function strengthOf(password: string, { email }: { email: string }): Promise<Strength> {
  loading ??= load();
  const { guessesLog10 } = (await loading).check(withoutWordsOf(email, password.slice(0, LOOKED_AT)));
  return steps.filter((step) => guessesLog10 >= step).length as Strength;
}

/** One's own name adds nothing. */
const withoutWordsOf = (email: string, password: string): string =>
  email
    .replace(/@.*/, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3)
    .reduce((rest, word) => rest.replaceAll(new RegExp(word, "gi"), ""), password);

const GUESSABLE =
  "Ce mot de passe se devine facilement : évitez les mots seuls, les suites de touches, les dates et votre nom.";

/** Why a new password is refused: the rule of the CNIL first, then how easily it is guessed; undefined when it is good. */
export async function findPasswordProblem(password: string, account: { email: string }): Promise<string | undefined> {
  const problem = passwordProblem(password, account);
  if (problem) return problem;
  return (await strengthOf(password, account)) < ENOUGH ? GUESSABLE : undefined;
}
