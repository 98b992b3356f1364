const weekBefore = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" };

/** What the form of a slot sends. */
export const typedSlot = {
  label: "Soir",
  startsAt: "16:30",
  endsAt: "18:30",
  ageGroupId: "",
  capacity: "10",
  tariffId: "",
  nonCareCents: "0",
  bookingDeadline: JSON.stringify(weekBefore),
  cancellationDeadline: JSON.stringify(weekBefore),
};
