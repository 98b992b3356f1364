import { instantsOf, type Period } from "../../office/rules";

/** The days exported, as instants for what happened and as dates for what is dated. */
export type SheetFilter = Period & {
  start: Date;
  end: Date;
  officeId?: string;
  now: Date;
};

export const filterOf = (period: Period, officeId: string | undefined, now: Date): SheetFilter => ({
  ...period,
  ...instantsOf(period),
  officeId,
  now,
});
