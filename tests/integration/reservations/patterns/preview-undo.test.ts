import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewUndo } from "@/lib/reservations/patterns/preview-undo";
import { listPatterns } from "@/lib/reservations/patterns/queries/list";
import { getPatternOffer } from "@/lib/reservations/patterns/queries/offer";
import { undoPattern } from "@/lib/reservations/patterns/undo-pattern";
import { test } from "../../../support/database";
import { aHousehold, anAgeGroup, anotherFamily, aSlot, guardianOf, later } from "../../../support/factories";
import { aFamilyAndItsEvenings, aPattern, confirmed, openSchoolDays, ticked } from "../../../support/patterns";

test("says what taking back would do, to its family only; the list tells what is there", async ({ ctx }) => {
  const { household, guardian, child, slot, activity } = await aFamilyAndItsEvenings(ctx, {
    activity: { billingMode: "billed" },
  });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1, 4] });
  const except = [{ from: "2026-10-01", to: "2026-10-01" }];
  const { patternId } = await createPattern(
    guardian,
    await confirmed(guardian, aPattern(household, slots, { plan: { except } })),
  );
  const input = { householdId: household.id, patternId };

  expect(await previewUndo(later(guardian, 13 * 24 * 60), input)).toMatchObject({
    count: 4,
    creditedCents: 0,
    kept: [{ code: "cancellation_closed", lines: [{ days: "24 et 28 septembre 2026" }] }],
  });
  expect(new Set((await ctx.db.select().from(reservations)).map(({ status }) => status))).toEqual(new Set(["booked"]));
  expect(await listPatterns(guardian, input)).toEqual([
    {
      id: patternId,
      days: "Du lundi 21 septembre 2026 au vendredi 16 octobre 2026",
      rhythm: "Chaque semaine",
      lines: [{ firstName: "Nahel", text: "Soir : lundi et jeudi" }],
      except: "le jeudi 1er octobre",
      by: "Cédric Rousseau, le mercredi 9 septembre 2026 à 10\u00a0h",
      undone: null,
      coming: 7,
      through: null,
    },
  ]);

  const other = await anotherFamily(ctx, activity);
  await expect(previewUndo(other.guardian, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(listPatterns(other.guardian, input)).rejects.toMatchObject({ code: "not_found" });
  await undoPattern(guardian, input);
  await expect(previewUndo(guardian, input)).rejects.toMatchObject({ code: "already_decided" });
  expect(await listPatterns(guardian, input)).toMatchObject([
    { coming: 0, undone: expect.stringMatching(/^Retirée par Cédric Rousseau le/) },
  ]);
});

test("offers each child the services that open to it, one column per name, until the end of the school year", async ({
  ctx,
}) => {
  const { household, guardian, child, activity } = await aFamilyAndItsEvenings(ctx);
  const [young, old, adults] = [
    await anAgeGroup(ctx, activity, 3, 7),
    await anAgeGroup(ctx, activity, 8, 11),
    await anAgeGroup(ctx, activity, 15, 17),
  ];
  for (const group of [young, old, adults]) {
    const slot = await aSlot(ctx, activity, {
      label: group === adults ? "Club" : "Goûter",
      ageGroupId: group.id,
      startsAt: "16:00",
    });
    await openSchoolDays(ctx, slot, { from: "2026-09-14", to: "2026-09-15" });
  }

  const offer = await getPatternOffer(guardian, { householdId: household.id });

  expect(offer).toMatchObject({ from: "2026-09-10", to: "2027-07-02" });
  expect(offer.children).toMatchObject([
    {
      id: child.id,
      columns: [
        { label: "Goûter", weekdays: [1, 2], isPrepaid: true, isHolidays: false },
        { label: "Soir", weekdays: [1, 2, 4, 5], hours: "16\u00a0h\u00a030 – 18\u00a0h\u00a030" },
      ],
    },
  ]);
  expect(offer.children[0]?.columns[0]?.slotIds).toHaveLength(2);
  expect(offer.weeks[0]).toEqual({ monday: "2026-09-07", number: 37, words: "7 septembre", note: null });
  expect(offer.weeks.find(({ number }) => number === 53)).toMatchObject({ note: "Vacances de Noël" });

  const nobody = await aHousehold(ctx);
  const alone = await guardianOf(ctx, nobody);
  expect((await getPatternOffer(alone, { householdId: nobody.id })).children).toEqual([]);
  await expect(getPatternOffer(alone, { householdId: household.id })).rejects.toMatchObject({ code: "not_found" });
});
