import type { consentKind, consentValue } from "@/db/schema";

export type ConsentKind = (typeof consentKind.enumValues)[number];
export type ConsentValue = (typeof consentValue.enumValues)[number];

/** What is asked, in the order of the page; the words to agree with are a text with versions. */
export const consentLabels: Record<ConsentKind, string> = {
  leave_alone: "Rentrer seul",
  hospital: "Soins d’urgence et hospitalisation",
  medicine: "Prise de médicaments sur ordonnance",
  transport: "Transport en car ou en minibus",
  bathing: "Baignade",
  image_internal: "Photos affichées dans la structure",
  image_public: "Photos publiées (site, presse, réseaux sociaux)",
  data_sharing_caf: "Transmission de données à la CAF",
};
