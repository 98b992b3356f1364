import { z } from "zod";
import { clockTime, fromJson, text, wholeNumber } from "../common-input";
import { deadlineInput } from "../deadlines/input";
import { facilityInput } from "../facilities/input";
import { revenueOfficeInput } from "../offices/input";
import { recipeSchema } from "../opening/input";
import { methodSchema } from "../tariffs/input";

/** What is chosen when nothing that exists fits. */
const NEW = "new";

const slot = z
  .object({
    label: text("Chaque créneau a un nom.", 40),
    startsAt: clockTime,
    endsAt: clockTime,
    capacity: wholeNumber("Donnez le nombre de places de chaque créneau, de 1 à 5 000.", 1, 5000),
    group: z.enum(["all", "nursery", "primary", "under6", "from6"]),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, "Un créneau finit avant d’avoir commencé.");

const priceInput = z.object({ rule: fromJson(methodSchema) });

const fields = z.looseObject({
  /** `preview` tries everything and keeps nothing. */
  intent: z.enum(["preview", "open"]),
  kind: z.enum(["before_after_school", "lunch", "wednesday", "holidays"], "Choisissez le service."),
  facilityId: z.literal(NEW).or(z.uuid("Choisissez la structure.")),
  officeId: z.literal(NEW).or(z.uuid("Choisissez la régie.")),
  tariffId: z.literal(NEW).or(z.uuid("Choisissez le tarif.")).default(NEW),
  activityName: text("Donnez le nom du service.", 80),
  billingMode: z.enum(["prepaid", "billed", "free"], "Choisissez comment il se paie."),
  slots: fromJson(z.array(slot).min(1, "Il faut au moins un créneau.").max(8)),
  bookingDeadline: deadlineInput,
  cancellationDeadline: deadlineInput,
  recipe: fromJson(recipeSchema),
});

/** The names that a part has in the form of the assistant, when they are not its own. */
const facilityNames = {
  name: "facilityName",
  address: "facilityAddress",
  email: "facilityEmail",
  phone: "facilityPhone",
};
const officeNames = { name: "officeName", email: "officeEmail" };

/** One form for a whole service: its structure, régie and tariff are chosen, or made along with it. */
export const serviceInput = fields.transform((typed, ctx) => {
  const { intent, kind, activityName, billingMode, slots, bookingDeadline, cancellationDeadline, recipe } = typed;
  const part = <Schema extends z.ZodType>(schema: Schema, names: Record<string, string> = {}) => {
    const own = Object.fromEntries(Object.entries(names).map(([name, field]) => [name, typed[field]]));
    const parsed = schema.safeParse({ ...typed, ...own });
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const [name = ""] = path.map(String);
      ctx.addIssue({ code: "custom", path: [names[name] ?? name], message });
    }
    return z.NEVER;
  };
  return {
    intent,
    kind,
    activityName,
    billingMode,
    slots,
    bookingDeadline,
    cancellationDeadline,
    recipe,
    facility: typed.facilityId === NEW ? part(facilityInput, facilityNames) : typed.facilityId,
    office: typed.officeId === NEW ? part(revenueOfficeInput, officeNames) : typed.officeId,
    /** Null where the service is free. */
    tariff: billingMode === "free" ? null : typed.tariffId === NEW ? part(priceInput) : typed.tariffId,
  };
});
export type ServiceInput = z.infer<typeof serviceInput>;
