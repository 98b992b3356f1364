import { plainDate } from "@/lib/core/format-date";
import type { HealthView } from "@/lib/families/health/queries";
import { diets, type HealthSectionName, type VaccineAnswer } from "@/lib/families/health/rules";
import { vaccineWords } from "./vaccine-words";

export const sectionTitles: Record<HealthSectionName, string> = {
  vaccines: "Vaccins",
  allergies: "Allergies",
  carePlan: "Projet d’accueil individualisé (PAI)",
  treatment: "Traitement en cours",
  diet: "Repas",
  doctor: "Médecin traitant",
  insurance: "Assurance",
  advice: "Recommandations utiles",
};

/** In the order of the page. */
export const healthSections = Object.keys(sectionTitles) as HealthSectionName[];

type Line = [label: string, value: string];

const given = (...lines: Line[]): Line[] => lines.filter(([, value]) => value !== "");
const dated = (date: string) => (date ? plainDate(date) : "");

/** What a section says, one line each; undefined while nobody has answered it. */
export function linesOf(section: HealthSectionName, { record, vaccines }: HealthView): Line[] | undefined {
  if (record[section] === undefined) return undefined;
  const { allergies, carePlan, treatment, doctor, insurance, advice } = record;
  switch (section) {
    case "vaccines":
      return vaccines.map(({ vaccine, label }) => [label, vaccineInWords(record.vaccines?.answers[vaccine])]);
    case "allergies":
      return orNothing(
        "Aucune allergie connue",
        given(
          ["Aliments", allergies?.food ?? ""],
          ["Médicaments", allergies?.medicine ?? ""],
          ["Autres", allergies?.other ?? ""],
          ["Conduite à tenir", allergies?.conduct ?? ""],
        ),
      );
    case "carePlan":
      if (carePlan?.exists !== "yes") return [["", "Pas de PAI"]];
      return given(["À revoir le", dated(carePlan.reviewOn)], ["Trousse", carePlan.kitLocation]);
    case "treatment":
      if (treatment?.exists !== "yes") return [["", "Pas de traitement"]];
      return given(["Médicaments", treatment.medicines], ["Consignes", treatment.instructions]);
    case "diet":
      return [["", diets[record.diet?.diet ?? "none"]]];
    case "doctor":
      return orNothing("Non renseigné", given(["Nom", doctor?.name ?? ""], ["Téléphone", doctor?.phone ?? ""]));
    case "insurance":
      return orNothing(
        "Non renseignée",
        given(
          ["Assureur", insurance?.insurer ?? ""],
          ["Numéro de contrat", insurance?.policyNumber ?? ""],
          ["Valable jusqu’au", dated(insurance?.expiresOn ?? "")],
        ),
      );
    case "advice":
      return orNothing(
        "Rien de particulier",
        given(
          ["Lunettes, appareils", advice?.aids ?? ""],
          ["Sait nager", advice?.swims ? { yes: "Oui", no: "Non" }[advice.swims] : ""],
          ["À savoir", advice?.notes ?? ""],
        ),
      );
  }
}

const orNothing = (nothing: string, lines: Line[]): Line[] => (lines.length > 0 ? lines : [["", nothing]]);

function vaccineInWords(answer: VaccineAnswer | undefined): string {
  if (!answer) return "À renseigner";
  const last = answer.lastDoseOn ? `, dernière dose le ${plainDate(answer.lastDoseOn)}` : "";
  return `${vaccineWords[answer.state]}${last}`;
}
