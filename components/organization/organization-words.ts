import type { IdentityInput } from "@/lib/organization/input";

const legalFormWords: Record<IdentityInput["legalForm"], string> = {
  commune: "Commune",
  intercommunality: "Intercommunalité (communauté de communes, d’agglomération…)",
  ccas: "Centre communal d’action sociale (CCAS)",
  syndicate: "Syndicat intercommunal",
  association: "Association",
  other: "Autre organisme",
};

export const legalFormOptions = Object.entries(legalFormWords).map(([value, label]) => ({ value, label }));
