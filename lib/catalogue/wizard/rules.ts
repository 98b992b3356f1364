/** The four services that most organisations open, with what is usually right for each. */
export const services = {
  periscolaire: {
    kind: "before_after_school",
    name: "Périscolaire",
    billing: "prepaid",
    slots: [
      { label: "Matin", startsAt: "07:30", endsAt: "08:30", capacity: 40 },
      { label: "Soir", startsAt: "16:30", endsAt: "18:30", capacity: 60 },
    ],
    deadline: { kind: "daysBefore", days: 2, count: "working", time: "10:00" },
  },
  cantine: {
    kind: "lunch",
    name: "Restauration scolaire",
    billing: "billed",
    slots: [{ label: "Repas", startsAt: "11:45", endsAt: "13:30", capacity: 120 }],
    deadline: { kind: "daysBefore", days: 2, count: "working", time: "10:00" },
  },
  mercredis: {
    kind: "wednesday",
    name: "Mercredis",
    billing: "prepaid",
    slots: [{ label: "Journée", startsAt: "08:00", endsAt: "18:00", capacity: 40 }],
    deadline: { kind: "weekdayBefore", weekday: 4, weeks: 1, time: "18:00" },
  },
  vacances: {
    kind: "holidays",
    name: "Centre de loisirs",
    billing: "prepaid",
    slots: [{ label: "Journée", startsAt: "08:00", endsAt: "18:00", capacity: 40 }],
    deadline: { kind: "daysBefore", days: 15, count: "calendar", time: "00:00" },
  },
} as const;

export type ServiceName = keyof typeof services;

export const isServiceName = (name: string): name is ServiceName => Object.hasOwn(services, name);

/** Groups that a first service may receive, created in the structure when they are not there yet. */
export const usualGroups = {
  nursery: { name: "Maternelle", minAge: 0, maxAge: 17, grades: ["TPS", "PS", "MS", "GS"] },
  primary: { name: "Élémentaire", minAge: 0, maxAge: 17, grades: ["CP", "CE1", "CE2", "CM1", "CM2", "ULIS"] },
  under6: { name: "3-5 ans", minAge: 3, maxAge: 5, grades: [] },
  from6: { name: "6-11 ans", minAge: 6, maxAge: 11, grades: [] },
} as const;

export type UsualGroup = keyof typeof usualGroups;
