import { z } from "zod";
import { emailInput } from "@/lib/auth/input";
import { box, civilDate, optionalPhone, revision, text, wholeNumber } from "../common-input";
import { gradeLevels } from "./rules";

export const facilityInput = z.object({
  name: text("Donnez le nom de la structure."),
  address: text("Donnez son adresse.", 200),
  email: emailInput,
  phone: optionalPhone,
  schoolZone: z.enum(["A", "B", "C", "unknown"], "Choisissez la zone de vacances."),
  schoolWeek: z.enum(["four_days", "four_and_half_days"], "Choisissez la semaine scolaire."),
  alsaceMoselle: box,
});
export type FacilityInput = z.infer<typeof facilityInput>;

const facilityId = z.uuid();

export const updateFacilityInput = facilityInput.extend({ facilityId, revision });
export type UpdateFacilityInput = z.infer<typeof updateFacilityInput>;

/** A structure as an agent saw it. */
export const seenFacilityInput = z.object({ facilityId, revision });
export type SeenFacilityInput = z.infer<typeof seenFacilityInput>;

const AGES = "Donnez des âges entre 0 et 17 ans.";
const ages = { minAge: wholeNumber(AGES, 0, 17), maxAge: wholeNumber(AGES, 0, 17) };
const gradeBoxes = Object.fromEntries(gradeLevels.map((grade) => [`grade${grade}`, box]));

/** By age or by grade, never both. `groupId` is absent for a new group. */
export const ageGroupInput = z
  .object({
    facilityId,
    groupId: wholeNumber("Ce groupe n’existe plus.", 1, Number.MAX_SAFE_INTEGER).optional(),
    name: text("Donnez le nom du groupe, comme « Maternelle ».", 60),
    by: z.enum(["age", "grade"], "Choisissez entre l’âge et le niveau scolaire."),
    ...ages,
    ...gradeBoxes,
  })
  .transform(({ by, minAge, maxAge, groupId, name, ...rest }) => ({
    facilityId: rest.facilityId,
    groupId,
    name,
    by,
    minAge: by === "age" ? minAge : 0,
    maxAge: by === "age" ? maxAge : 17,
    grades:
      by === "grade" ? gradeLevels.filter((grade) => Boolean((rest as Record<string, unknown>)[`grade${grade}`])) : [],
  }))
  .refine(({ minAge, maxAge }) => minAge <= maxAge, {
    path: ["maxAge"],
    error: "Cet âge est plus petit que le premier.",
  })
  .refine(({ by, grades }) => by === "age" || grades.length > 0, {
    path: ["by"],
    error: "Cochez au moins un niveau scolaire.",
  });
export type AgeGroupInput = z.infer<typeof ageGroupInput>;

export const groupInput = z.object({ groupId: z.coerce.number().int() });
export type GroupInput = z.infer<typeof groupInput>;

export const closureInput = z
  .object({
    facilityId,
    label: text("Dites pourquoi, comme « Pont de l’Ascension ».", 80),
    firstDay: civilDate,
    lastDay: civilDate,
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ["lastDay"],
    error: "Ce jour est avant le premier.",
  });
export type ClosureInput = z.infer<typeof closureInput>;

export const closureIdInput = z.object({ closureId: z.coerce.number().int() });
export type ClosureIdInput = z.infer<typeof closureIdInput>;

export const HOLIDAY_ROWS = 6;
const rows = Array.from({ length: HOLIDAY_ROWS }, (_, row) => row);
const optionalDate = z.literal("").or(civilDate).optional();
const row = { label: z.string().trim().max(60).optional(), from: optionalDate, to: optionalDate };
const rowFields = Object.fromEntries(
  rows.flatMap((number) => Object.entries(row).map(([name, field]) => [`${name}${number}`, field])),
);

const textOf = (typed: Record<string, unknown>, name: string): string => String(typed[name] ?? "");

/** A school year as the structure types it: its first and last days of class, and up to six holidays. */
export const schoolYearInput = z
  .object({ facilityId, revision, firstDay: civilDate, lastDay: civilDate, ...rowFields })
  .transform(({ facilityId, revision, firstDay, lastDay, ...typed }) => ({
    facilityId,
    revision,
    firstDay,
    lastDay,
    holidays: rows.flatMap((number) => {
      const [label, from, to] = [`label${number}`, `from${number}`, `to${number}`].map((name) => textOf(typed, name));
      return label || from || to
        ? [{ row: number, label: label ?? "", firstDayOff: from ?? "", lastDayOff: to ?? "" }]
        : [];
    }),
  }))
  .superRefine(({ firstDay, lastDay, holidays }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (firstDay >= lastDay) wrong("lastDay", "Ce jour est avant la rentrée.");
    for (const { row, label, firstDayOff, lastDayOff } of holidays) {
      if (!label) wrong(`label${row}`, "Donnez le nom de ces vacances.");
      if (!firstDayOff || !lastDayOff) wrong(`from${row}`, "Donnez le premier et le dernier jour de ces vacances.");
      else if (firstDayOff > lastDayOff) wrong(`to${row}`, "Ce jour est avant le premier.");
    }
  });
export type SchoolYearInput = z.infer<typeof schoolYearInput>;

export const removeSchoolYearInput = seenFacilityInput.extend({ firstDay: civilDate });
export type RemoveSchoolYearInput = z.infer<typeof removeSchoolYearInput>;
