import type { DuplicateReason } from "@/lib/accounts/sign-up/rules";

export const duplicateWords: Record<DuplicateReason, string> = {
  child: "même enfant",
  adult: "même adulte",
  email: "même adresse e-mail",
  phone: "même téléphone",
  address: "même adresse",
};
