import { activityInput } from "@/lib/catalogue/activities/input";

/** What the form of an activity sends. */
export const typedActivity = {
  name: "Restauration scolaire",
  kind: "lunch",
  billingMode: "billed",
  approval: "automatic",
  holdMinutes: "20",
  enrollment: "automatic",
  unbookedSurchargeCents: "2,50",
  pickupToleranceMinutes: "10",
  latePickupCents: "3",
  proofRequired: "on",
  proofWithinHours: "48",
  waitingDays: "1",
  maxExcusedDays: "",
  position: "3",
};

export const anActivityInput = (facilityId: string, revenueOfficeId: string, values = {}) =>
  activityInput.parse({ ...typedActivity, facilityId, revenueOfficeId, ...values });
