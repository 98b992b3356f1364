import { z } from "zod";
import { amount, box, clockTime, revision, text, wholeNumber } from "../common-input";
import { deadlineInput } from "../deadlines/input";

const fields = z.object({
  label: text("Donnez le nom du créneau, comme « Soir ».", 40),
  startsAt: clockTime,
  endsAt: clockTime,
  /** Empty: every child. */
  ageGroupId: z
    .literal("")
    .or(wholeNumber("Choisissez un groupe.", 1, Number.MAX_SAFE_INTEGER))
    .transform((typed) => (typed === "" ? null : typed)),
  capacity: wholeNumber("Donnez le nombre de places, de 1 à 5 000.", 1, 5000),
  /** Empty where the activity is free. */
  tariffId: z
    .literal("")
    .or(z.uuid("Choisissez un tarif."))
    .transform((typed) => typed || null),
  nonCareCents: amount(),
  servesMeal: box,
  bookingDeadline: deadlineInput,
  cancellationDeadline: deadlineInput,
});

const isInOrder = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => startsAt < endsAt;
const order = { path: ["endsAt"], error: "La fin est avant le début." };

export const slotInput = fields.extend({ activityId: z.uuid() }).refine(isInOrder, order);
export type SlotInput = z.infer<typeof slotInput>;

const slotId = z.coerce.number().int();

export const changeSlotInput = fields.extend({ slotId, revision }).refine(isInOrder, order);
export type ChangeSlotInput = z.infer<typeof changeSlotInput>;

export const seenSlotInput = z.object({ slotId, revision });
export type SeenSlotInput = z.infer<typeof seenSlotInput>;
