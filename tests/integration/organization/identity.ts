import type { IdentityInput } from "@/lib/organization/input";

export const anIdentity: IdentityInput = {
  name: "Ville de Saint-Aubin",
  shortName: "Saint-Aubin",
  legalForm: "commune",
  siret: "21599990500015",
  address: "1 place de la Mairie, 59999 Saint-Aubin",
  email: "famille@exemple.fr",
  phone: "",
};
