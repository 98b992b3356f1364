import { date, index, pgEnum, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
import { activities } from "./catalogue";
import { persons } from "./families";

export const enrollmentStatus = pgEnum("enrollment_status", [
  "draft",
  "submitted",
  "incomplete",
  "approved",
  "refused",
]);

/** Child × activity × school year: what makes a reservation possible. */
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
    status: enrollmentStatus().notNull().default("draft"),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("enrollments_child_activity_start_unique").on(t.childId, t.activityId, t.startsOn),
    index("enrollments_activity_idx").on(t.activityId),
  ],
);
