import type { SignUpStep } from "@/lib/accounts/sign-up/rules";

export const stepNames: Record<SignUpStep, { title: string; lead: string }> = {
  vous: { title: "Vous", lead: "L’adulte qui suivra le dossier et recevra nos réponses." },
  adresse: { title: "Votre adresse", lead: "Celle du foyer où vivent les enfants." },
  enfants: { title: "Vos enfants", lead: "Ceux que vous voulez inscrire à nos services, de un à huit." },
  recapitulatif: { title: "Récapitulatif", lead: "Relisez avant d’envoyer : tout peut encore être modifié." },
};

export const pathOf = (step: SignUpStep): string => `/inscription/${step}`;
