import { z } from "zod";
import { amount, box, revision, text, wholeNumber } from "../common-input";

const DOCUMENT = "document:";

const fields = z.looseObject({
  name: text("Donnez le nom de l’activité.", 80),
  kind: z.enum(["before_after_school", "lunch", "wednesday", "holidays", "event"], "Choisissez le genre d’activité."),
  revenueOfficeId: z.uuid("Choisissez la régie qui encaisse."),
  billingMode: z.enum(["prepaid", "billed", "free"], "Choisissez comment elle se paie."),
  approval: z.enum(["automatic", "manual"], "Choisissez qui accepte les demandes."),
  holdMinutes: wholeNumber("Donnez une durée de 20 minutes à 7 jours.", 20, 10_080),
  enrollment: z.enum(["none", "automatic", "manual"], "Choisissez le mode d’inscription."),
  isChildcare: box,
  hasPedt: box,
  unbookedSurchargeCents: amount(),
  pickupToleranceMinutes: wholeNumber("Donnez un nombre de minutes, de 0 à 120.", 0, 120),
  latePickupCents: amount(),
  proofRequired: box,
  proofWithinHours: wholeNumber("Donnez un nombre d’heures.", 0, 720),
  waitingDays: wholeNumber("Donnez un nombre de jours.", 0, 30),
  maxExcusedDays: z.literal("").or(wholeNumber("Donnez un nombre de jours, ou rien.", 1, 366)),
  lateRequests: box,
  lateSurchargeCents: z.string().default("0").pipe(amount()),
  waitingOrder: z.enum(["arrival", "residents"]).default("arrival"),
  position: wholeNumber("Donnez un rang.", 0, 1000),
});

/** Each kind of document has a box named after it; the policy of absences is one column. */
function columnsOf({ proofRequired, proofWithinHours, waitingDays, maxExcusedDays, ...typed }: z.infer<typeof fields>) {
  const { name, kind, revenueOfficeId, billingMode, approval, holdMinutes, enrollment } = typed;
  const { isChildcare, hasPedt, unbookedSurchargeCents, position } = typed;
  const { lateRequests, lateSurchargeCents, waitingOrder } = typed;
  const { pickupToleranceMinutes, latePickupCents } = typed;
  return {
    name,
    kind,
    revenueOfficeId,
    billingMode,
    approval,
    holdMinutes,
    enrollment,
    isChildcare,
    hasPedt,
    unbookedSurchargeCents,
    pickupToleranceMinutes,
    latePickupCents,
    lateRequests,
    lateSurchargeCents,
    // The canteen is the right of every pupil alike (handbook §3.6).
    waitingOrder: kind === "lunch" ? ("arrival" as const) : waitingOrder,
    position,
    absencePolicy: {
      proofRequired,
      proofWithinHours,
      waitingDays,
      maxExcusedDays: maxExcusedDays === "" ? null : maxExcusedDays,
    },
    requiredDocuments: Object.keys(typed)
      .filter((key) => key.startsWith(DOCUMENT))
      .map((key) => key.slice(DOCUMENT.length)),
  };
}

const facilityId = z.uuid("Choisissez la structure.");
const activityId = z.uuid();

export const activityInput = fields
  .extend({ facilityId })
  .transform((typed) => ({ ...columnsOf(typed), facilityId: typed.facilityId }));
export type ActivityInput = z.infer<typeof activityInput>;

export const updateActivityInput = fields
  .extend({ activityId, revision })
  .transform((typed) => ({ ...columnsOf(typed), activityId: typed.activityId, revision: typed.revision }));
export type UpdateActivityInput = z.infer<typeof updateActivityInput>;

export const seenActivityInput = z.object({ activityId, revision });
export type SeenActivityInput = z.infer<typeof seenActivityInput>;
