import type { SQL } from "drizzle-orm";

/** What must never be found in the database, whatever happened to it. */
export type Control = {
  name: string;
  /** What is true when nothing is found, as an agent reads it. */
  sentence: string;
  /** Names the rows that break it, in one column of text. */
  broken: SQL;
};
