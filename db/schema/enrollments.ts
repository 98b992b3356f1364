import { date, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";
import { activities } from "./catalogue";
import { households, persons } from "./families";

export const enrollmentStatus = pgEnum("enrollment_status", [
  "draft",
  "submitted",
  "incomplete",
  "approved",
  "refused",
]);
export type EnrollmentStatus = (typeof enrollmentStatus.enumValues)[number];

/** Child × activity × period: what makes a reservation possible, where the activity asks for it. */
export const enrollments = pgTable(
  "enrollments",
  {
    id: id(),
    childId: uuid()
      .notNull()
      .references(() => persons.id),
    activityId: uuid()
      .notNull()
      .references(() => activities.id),
    /** The household that asked: of a child of two households, one is enough. */
    householdId: uuid().references(() => households.id),
    status: enrollmentStatus().notNull().default("draft"),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    /** Why it was refused, or what is still wanted. */
    reason: text(),
    requestedBy: uuid(),
    submittedAt: instant(),
    decidedBy: uuid(),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("enrollments_child_activity_start_unique").on(t.childId, t.activityId, t.startsOn),
    index("enrollments_activity_idx").on(t.activityId),
    index("enrollments_status_idx").on(t.status, t.submittedAt),
  ],
);
