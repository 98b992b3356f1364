import type { ActivityDetail } from "@/lib/catalogue/activities/queries";
import type { FacilityDetail } from "@/lib/catalogue/facilities/queries";
import type { ListedOffice } from "@/lib/catalogue/offices/queries";

type Choice<Value extends string> = { value: Value; label: string }[];

const choices = <Value extends string>(words: Record<Value, string>): Choice<Value> =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

export const kindWords: Record<ActivityDetail["kind"], string> = {
  before_after_school: "Périscolaire",
  lunch: "Cantine",
  wednesday: "Mercredis",
  holidays: "Vacances",
  event: "Sortie ou événement",
};
export const kindChoices = choices(kindWords);

export const billingWords: Record<ActivityDetail["billingMode"], string> = {
  prepaid: "Payé à la réservation",
  billed: "Facturé ensuite",
  free: "Gratuit",
};
export const billingChoices = choices(billingWords);

const approvalWords: Record<ActivityDetail["approval"], string> = {
  automatic: "Acceptées automatiquement",
  manual: "Validées par un agent",
};
export const approvalChoices = choices(approvalWords);

const enrollmentWords: Record<ActivityDetail["enrollment"], string> = {
  none: "Aucune inscription : tous les enfants",
  automatic: "Inscription acceptée dès qu’elle est complète",
  manual: "Inscription validée par un agent",
};
export const enrollmentChoices = choices(enrollmentWords);

const zoneWords: Record<FacilityDetail["schoolZone"], string> = {
  A: "Zone A",
  B: "Zone B",
  C: "Zone C",
  unknown: "Autre calendrier (Corse, outre-mer, inconnu)",
};
export const zoneChoices = choices(zoneWords);

export const weekChoices = choices({
  four_days: "Quatre jours : lundi, mardi, jeudi, vendredi",
  four_and_half_days: "Quatre jours et demi, avec le mercredi matin",
});

export const gatewayWords: Record<ListedOffice["gateway"], string> = {
  payfip: "PayFiP (DGFiP)",
  systempay: "Systempay (carte bancaire)",
};
export const gatewayChoices = choices(gatewayWords);

export const weekdayWords = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** "3 à 5 ans", or "PS, MS, GS". */
export const groupWords = ({ minAge, maxAge, grades }: { minAge: number; maxAge: number; grades: string[] }): string =>
  grades.length > 0 ? grades.join(", ") : minAge === maxAge ? `${minAge} ans` : `${minAge} à ${maxAge} ans`;
