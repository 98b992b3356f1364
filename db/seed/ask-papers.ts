import type { Context } from "@/lib/core/context";
import { consentTexts, documentRequirements } from "../schema";
import type { TownDays } from "./days";

const papers = [
  {
    kind: "address",
    label: "Justificatif de domicile",
    help: "Facture d’eau, d’énergie ou de téléphone de moins de trois mois.",
    appliesTo: "household",
    validity: { kind: "months", months: 12 },
  },
  {
    kind: "insurance",
    label: "Attestation d’assurance scolaire et extrascolaire",
    help: "Pour l’année scolaire en cours, au nom de l’enfant.",
    appliesTo: "child",
    validity: { kind: "schoolYear" },
  },
  {
    kind: "vaccination",
    label: "Pages de vaccination du carnet de santé",
    help: "Une photo nette de chaque page, ou un certificat du médecin.",
    appliesTo: "child",
    validity: { kind: "months", months: 24 },
    isHealth: true,
  },
] as const;

const texts = {
  leave_alone:
    "J’autorise mon enfant à rentrer seul chez lui à la fin de l’accueil, à partir de l’heure que j’indique.",
  hospital:
    "J’autorise l’équipe à prendre, en cas d’urgence, les mesures rendues nécessaires par l’état de mon enfant, et à le faire conduire à l’hôpital par les secours.",
  medicine: "J’autorise l’équipe à donner à mon enfant les médicaments que je lui remets avec leur ordonnance.",
  transport: "J’autorise mon enfant à être transporté en car, en minibus ou en transport en commun lors des sorties.",
  bathing: "J’autorise mon enfant à participer aux baignades surveillées et aux jeux d’eau.",
  image_internal: "J’autorise l’affichage, dans les locaux de l’accueil, de photos de groupe où figure mon enfant.",
  image_public:
    "J’autorise la publication de photos de groupe où figure mon enfant sur le site et dans le bulletin de la ville, pendant l’année scolaire. Un refus n’a aucune conséquence sur son accueil.",
} as const;

/** What the town asks of every family: papers, and answers to its texts. */
export async function askPapers({ db }: Context, { founded }: TownDays): Promise<void> {
  await db.insert(documentRequirements).values([...papers]);
  const kinds = Object.keys(texts) as (keyof typeof texts)[];
  await db
    .insert(consentTexts)
    .values(kinds.map((kind) => ({ kind, version: 1, text: texts[kind], createdAt: founded })));
}
