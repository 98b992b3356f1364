import type { Context } from "@/lib/core/context";
import { ageGroups, type DeadlineRule, facilityClosures } from "../schema";
import { CENTRE_NOTICE, type TownDays } from "./days";
import { everyAge, type NewActivity, type Offer, openActivity } from "./offers";
import type { Founded, School } from "./organization";
import type { Random } from "./random";
import { decideTariffs } from "./tariffs";

const weekBefore: DeadlineRule = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" };
const twoWorkingDays: DeadlineRule = { kind: "daysBefore", days: 2, count: "working", time: "10:00" };
const thursdayBefore: DeadlineRule = { kind: "weekdayBefore", weekday: 4, weeks: 1, time: "18:00" };
const fortnightBefore: DeadlineRule = { kind: "daysBefore", days: CENTRE_NOTICE, count: "calendar", time: "00:00" };

const WHOLE_DAY_IN_MINUTES = 24 * 60;
const SHORT_HOLD_IN_MINUTES = 20;

/** What the town offers: before and after school and lunch in each school; Wednesdays and holidays at Les Tilleuls. */
export async function openServices(ctx: Context, town: Founded, days: TownDays, random: Random): Promise<Offer[]> {
  const tariffs = await decideTariffs(ctx.db, days, random);
  const ferry = await receiveAges(ctx, town.facilities.ferry.id);
  const tilleuls = await receiveAges(ctx, town.facilities.tilleuls.id);

  const declared = [
    ...schoolServices("ferry", ferry),
    ...schoolServices("tilleuls", tilleuls),
    ...leisureServices(tilleuls),
  ];
  await announceClosure(ctx, town.facilities.tilleuls.id, days);
  const offers: Offer[] = [];
  for (const [position, activity] of declared.entries()) {
    offers.push(...(await openActivity(ctx, { ...activity, id: random.uuid(), position })));
  }
  return offers;

  function schoolServices(school: School, { young, old }: Ages): NewActivity[] {
    const common = { facilityId: town.facilities[school].id, school, office: town.offices.school, dates: days.school };
    const evening = { service: "evening", label: "Soir", hours: ["16:30", "18:30"], tariff: tariffs.evening } as const;
    return [
      {
        ...common,
        name: "Périscolaire",
        kind: "before_after_school",
        billing: "prepaid",
        holdMinutes: WHOLE_DAY_IN_MINUTES,
        booking: weekBefore,
        cancellation: twoWorkingDays,
        slots: [
          {
            service: "morning",
            label: "Matin",
            hours: ["07:30", "08:30"],
            tariff: tariffs.morning,
            ages: old,
            capacity: 36,
          },
          {
            service: "noon",
            label: "Midi",
            hours: ["11:45", "13:30"],
            tariff: tariffs.noon,
            ages: everyAge,
            capacity: 60,
          },
          { ...evening, ages: young, capacity: 36 },
          { ...evening, ages: old, capacity: 60 },
        ],
      },
      {
        ...common,
        name: "Restauration scolaire",
        kind: "lunch",
        billing: "billed",
        holdMinutes: SHORT_HOLD_IN_MINUTES,
        booking: twoWorkingDays,
        cancellation: twoWorkingDays,
        slots: [
          {
            service: "meal",
            label: "Repas",
            hours: ["12:00", "12:45"],
            tariff: tariffs.meal,
            ages: everyAge,
            capacity: 240,
          },
        ],
      },
    ];
  }

  function leisureServices({ young, old }: Ages): NewActivity[] {
    const common = {
      facilityId: town.facilities.tilleuls.id,
      school: "all",
      office: town.offices.leisure,
      billing: "prepaid",
      holdMinutes: SHORT_HOLD_IN_MINUTES,
    } as const;
    const wednesday = {
      service: "wednesday",
      label: "Journée",
      hours: ["08:00", "18:00"],
      tariff: tariffs.wednesday,
    } as const;
    const holidays = {
      service: "holidays",
      label: "Journée",
      hours: ["08:00", "18:00"],
      tariff: tariffs.holidays,
    } as const;
    return [
      {
        ...common,
        name: "Mercredis",
        kind: "wednesday",
        booking: thursdayBefore,
        cancellation: thursdayBefore,
        dates: days.wednesdays,
        slots: [
          { ...wednesday, ages: young, capacity: 24 },
          { ...wednesday, ages: old, capacity: 36 },
        ],
      },
      {
        ...common,
        name: "Centre de loisirs",
        kind: "holidays",
        booking: fortnightBefore,
        cancellation: fortnightBefore,
        dates: days.holidays,
        slots: [
          { ...holidays, ages: young, capacity: 24 },
          { ...holidays, ages: old, capacity: 36 },
        ],
      },
    ];
  }
}

/** The holiday centre shuts for two weeks of August, as it says long before. */
async function announceClosure({ db }: Context, facilityId: string, { closure }: TownDays) {
  await db.insert(facilityClosures).values({ facilityId, label: "Fermeture d’été", ...closure });
}

type Ages = Awaited<ReturnType<typeof receiveAges>>;

/** Under six and from six on: the law asks for more adults for the little ones. */
async function receiveAges({ db }: Context, facilityId: string) {
  const group = async (name: string, minAge: number, maxAge: number) => {
    const [row] = await db.insert(ageGroups).values({ facilityId, name, minAge, maxAge }).returning();
    if (!row) throw new Error("no age group was written");
    return row;
  };
  return { young: await group("3-5 ans", 3, 5), old: await group("6-11 ans", 6, 11) };
}
