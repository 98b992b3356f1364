import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { addressInput, adultInput, childInput, phoneInput } from "@/lib/families/input";
import { type SignUpStep, signUpSteps, yearsBefore } from "./rules";

export const MOST_CHILDREN = 8;
const ADULT_YEARS = 15;
const CHILD_YEARS = 18;

const date = civilDateInput("Saisissez une date de naissance complète.");

const { firstName, lastName } = adultInput.shape;

/** In the order of the page, which is the order in which problems are listed. */
const adultOn = (today: string) =>
  z.object({
    title: z.enum(["mme", "m"], "Choisissez une civilité."),
    firstName,
    lastName,
    birthDate: date
      .refine((born) => born >= "1900-01-01", "Vérifiez l’année de naissance.")
      .refine(
        (born) => born <= yearsBefore(today, ADULT_YEARS),
        "C’est la date de naissance de l’adulte qui est attendue ici.",
      ),
    email: emailInput,
    phone: phoneInput,
  });

const childOn = (today: string) =>
  z.object({
    firstName,
    lastName,
    birthDate: date
      .refine((born) => born <= today, "Cette date est dans l’avenir : vérifiez l’année.")
      .refine((born) => born > yearsBefore(today, CHILD_YEARS), "Un enfant a moins de 18 ans : vérifiez l’année."),
    gradeLevel: childInput.shape.gradeLevel,
  });

/** What each step asks, the same in the browser and on the server; `today` because birth dates are plausible or not. */
export const signUpStepsOn = (today: string) => ({
  adult: adultOn(today),
  address: addressInput,
  children: z.object({
    children: z
      .array(childOn(today))
      .min(1, "Ajoutez au moins un enfant.")
      .max(MOST_CHILDREN, `Huit enfants au plus : pour les suivants, écrivez-nous.`),
  }),
});

const messageInput = z.string().trim().max(1000, "Raccourcissez ce message : 1 000 caractères au plus.");

/** The whole request, as it is sent. */
export const signUpInputOn = (today: string) => {
  const { adult, address, children } = signUpStepsOn(today);
  return z.object({ adult, address, children: children.shape.children, message: messageInput.optional() });
};
export type SignUpInput = z.infer<ReturnType<typeof signUpInputOn>>;

const typed = z.string().max(300).optional();

/** What was typed so far, right or not yet: kept as it is, so that nothing is lost. */
export const signUpDraftInput = z.object({
  adult: z
    .object({ title: typed, firstName: typed, lastName: typed, birthDate: typed, email: typed, phone: typed })
    .optional(),
  address: z.object({ street: typed, addressComplement: typed, postalCode: typed, city: typed }).optional(),
  children: z
    .array(z.object({ firstName: typed, lastName: typed, birthDate: typed, gradeLevel: typed }))
    .max(MOST_CHILDREN)
    .optional(),
  message: z.string().max(2000).optional(),
});
export type SignUpDraft = z.infer<typeof signUpDraftInput>;

export const submitSignUpInput = z.object({ message: messageInput });

export const resumeSignUpInput = z.object({ lien: z.string().max(1000) });

export const attachSignUpInput = z.object({ id: z.uuid(), householdId: z.uuid("Choisissez un foyer.") });
export type AttachSignUpInput = z.infer<typeof attachSignUpInput>;

export const askDetailInput = z.object({
  id: z.uuid(),
  question: z
    .string()
    .trim()
    .min(1, "Écrivez ce que vous voulez demander à la famille.")
    .max(500, "Raccourcissez cette question : 500 caractères au plus."),
});
export type AskDetailInput = z.infer<typeof askDetailInput>;

/** The steps that still lack something, in their order. */
export function incompleteSteps({ adult, address, children }: SignUpDraft, today: string): SignUpStep[] {
  const steps = signUpStepsOn(today);
  const isComplete = {
    vous: steps.adult.safeParse(adult).success,
    adresse: steps.address.safeParse(address).success,
    enfants: steps.children.safeParse({ children }).success,
    recapitulatif: true,
  };
  return signUpSteps.filter((step) => !isComplete[step]);
}
