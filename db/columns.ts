import { bigint, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** Identifier of what people name and link to. */
export const id = () => uuid().primaryKey().defaultRandom();

/** Identifier of what is counted in millions: shorter to index, and in the order of writing. */
export const rowId = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

/** A reference to a `rowId`. */
export const rowRef = () => bigint({ mode: "number" });

/** An instant, in UTC in the database. */
export const instant = () => timestamp({ withTimezone: true });

export const createdAt = () => instant().notNull();

/** An amount in whole cents. */
export const cents = () => integer();
