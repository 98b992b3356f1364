import { z } from "zod";
import { addressInput, adultInput, childInput, contactInput } from "../input";
import type { HouseholdRole } from "../rules";
import type { Section } from "./rules";

/** What a form of "Ma famille" holds. */
export type SectionValues = Record<string, string | boolean | undefined>;
type SectionInput = z.ZodType<SectionValues, SectionValues>;

const identity: Record<HouseholdRole, SectionInput> = {
  guardian: adultInput.pick({
    title: true,
    firstName: true,
    lastName: true,
    birthName: true,
    birthDate: true,
    birthPlace: true,
  }),
  child: childInput.pick({ firstName: true, lastName: true, sex: true, birthDate: true, birthPlace: true }),
  contact: contactInput.pick({ firstName: true, lastName: true }),
};

const others: Record<Exclude<Section, "identity" | "contact">, SectionInput> = {
  address: addressInput,
  school: childInput.pick({ school: true, gradeLevel: true, className: true }),
  work: adultInput.pick({ profession: true, employer: true }),
  benefits: adultInput.pick({ benefitScheme: true, benefitNumber: true }),
};

const reached: Record<HouseholdRole, SectionInput> = {
  guardian: adultInput.pick({ phone: true, homePhone: true, workPhone: true, email: true, smsAllowed: true }),
  child: z.object({}),
  contact: contactInput.pick({ phone: true, email: true }),
};

/** What the form of a section may send, for such a member; the server checks it once it knows who the member is. */
export function sectionInput(section: Section, role: HouseholdRole): SectionInput {
  if (section === "identity") return identity[role];
  return section === "contact" ? reached[role] : others[section];
}

const value = z.string().max(1000);

export const proposeChangesInput = z.object({
  householdId: z.uuid(),
  /** Absent for what belongs to the household itself: its address. */
  personId: z.uuid().optional(),
  section: z.enum(["address", "identity", "contact", "school", "work", "benefits"]),
  /** What the form showed when it was drawn, by field. */
  shown: z.record(z.string(), value.nullable()),
  values: z.record(z.string(), z.union([value, z.boolean()]).optional()),
});
export type ProposeChangesInput = z.infer<typeof proposeChangesInput>;

/** The same, as a browser without script posts it. */
export const postedChangesInput = z
  .object({ householdId: z.string(), personId: z.string().optional(), section: z.string(), shown: z.string() })
  .catchall(z.string())
  .transform(({ householdId, personId, section, shown, ...values }, check) => {
    const typed = { ...values, smsAllowed: values.smsAllowed === "on" };
    const parsed = proposeChangesInput.safeParse({
      householdId,
      personId,
      section,
      shown: parse(shown),
      values: typed,
    });
    if (parsed.success) return parsed.data;
    check.addIssue({ code: "custom", message: "Ce formulaire n’est pas complet. Rechargez la page." });
    return z.NEVER;
  });

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export const withdrawChangeInput = z.object({ householdId: z.uuid(), changeId: z.uuid() });
export type WithdrawChangeInput = z.infer<typeof withdrawChangeInput>;
