import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { seal } from "@/lib/core/secrets";
import { answerConsent } from "@/lib/families/consents/answer-consent";
import { type HealthRecord, mandatoryVaccines, outlineOf } from "@/lib/families/health/rules";
import { saveHealthSection } from "@/lib/families/health/save-health-section";
import { addPickupPerson } from "@/lib/families/pickup/add-pickup-person";
import { healthRecords } from "../schema";
import type { TownDays } from "./days";
import type { Child, Family } from "./families";
import { insertRows } from "./insert-rows";
import type { KnownFamilies } from "./known-families";
import { seededRandom } from "./random";

/** Its own chance: what is told here changes nothing else in the town. */
const SEED = 31_122_026;

/** What Cédric Rousseau has filled in: all of Nahel's record, some of Sohan's, nothing yet for Lisa. */
export async function tellHealth(
  ctx: Context,
  { rousseau, nahel, sohan }: KnownFamilies,
  days: TownDays,
): Promise<void> {
  const [cedric] = rousseau.guardians;
  if (!cedric) return;
  const father: Context = {
    ...ctx,
    actor: { kind: "guardian", accountId: rousseau.account.id, personId: cedric.id, householdIds: [rousseau.id] },
  };
  await fillNahel(father, nahel, days);
  await saveHealthSection(father, { section: "diet", childId: sohan.id, diet: "no_pork" });
  await saveHealthSection(father, { section: "vaccines", childId: sohan.id, ...upToDate(sohan, days) });

  for (const child of [nahel, sohan]) {
    const childId = child.id;
    for (const kind of ["hospital", "transport", "bathing", "image_internal"] as const) {
      await answerConsent(father, { childId, kind, value: "granted", version: 1 });
    }
    await answerConsent(father, { childId, kind: "image_public", value: "refused", version: 1 });
    await addPickupPerson(father, {
      childId,
      firstName: "Odile",
      lastName: "Rousseau",
      phone: "+33639981022",
      relation: "grandparent",
      kind: "allowed",
      emergency: "on",
      rank: 1,
    });
  }
}

const DIETS = ["no_pork", "no_pork", "no_meat", "vegetarian", "gluten_free"] as const;

/** What the other families answered of meals and allergies, for the kitchens and the sheets. */
export async function tellMeals(ctx: Context, families: Family[]): Promise<void> {
  const random = seededRandom(SEED);
  const rows = families
    .flatMap(({ children }) => children)
    .flatMap(({ id: childId }) => {
      const record: HealthRecord = {
        ...(random.chance(0.7) && { diet: { diet: random.chance(0.2) ? random.pick(DIETS) : ("none" as const) } }),
        ...(random.chance(0.04) && { allergies: { food: "Arachide", medicine: "", other: "", conduct: "" } }),
      };
      if (Object.keys(record).length === 0) return [];
      return [{ childId, sealed: seal(JSON.stringify(record), childId), ...outlineOf(record), updatedAt: ctx.now }];
    });
  await insertRows(ctx.db, healthRecords, rows);
}

async function fillNahel(father: Context, nahel: Child, days: TownDays): Promise<void> {
  const childId = nahel.id;
  const save = (section: Parameters<typeof saveHealthSection>[1]) => saveHealthSection(father, section);
  await save({ section: "vaccines", childId, ...upToDate(nahel, days) });
  await save({
    section: "allergies",
    childId,
    food: "Arachide",
    medicine: "",
    other: "",
    conduct: "Stylo d’adrénaline dans la trousse, puis appeler le 15.",
  });
  const reviewOn = addDays(days.today, 120);
  await save({ section: "carePlan", childId, exists: "yes", reviewOn, kitLocation: "Bureau de la direction" });
  await save({ section: "treatment", childId, exists: "no", medicines: "", instructions: "" });
  await save({ section: "diet", childId, diet: "none" });
  await save({ section: "doctor", childId, name: "Dr Hélène Petit", phone: "03 53 01 00 44" });
}

const upToDate = (child: Child, { today }: TownDays) =>
  Object.fromEntries(mandatoryVaccines(child.birthDate, today).map(({ vaccine }) => [vaccine, "upToDate"]));
