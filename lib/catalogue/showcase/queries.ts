import { sql } from "drizzle-orm";
import type { BillingMode, DeadlineRule, TariffMethod } from "@/db/schema";
import { authorizeVisitor } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

type ShownSlot = {
  label: string;
  startsAt: string;
  endsAt: string;
  booking: DeadlineRule;
  cancellation: DeadlineRule;
  billing: BillingMode;
  tariff: string;
  rule: TariffMethod | null;
};
type Row = { name: string; kind: string; facilities: string[]; slots: ShownSlot[] };

export type ShownService = Omit<Row, "slots"> & {
  /** Each once, whatever the number of structures and of age groups. */
  slots: Pick<ShownSlot, "label" | "startsAt" | "endsAt">[];
  deadlines: Pick<ShownSlot, "booking" | "cancellation">[];
};
export type ShownTariff = { label: string; rule: TariffMethod };

/** What the organisation offers and what it costs today, for everyone; one statement. */
export async function listShowcase(ctx: Context): Promise<{ services: ShownService[]; tariffs: ShownTariff[] }> {
  authorizeVisitor(ctx);

  const rows = await ctx.db.execute<Row>(sql`
    select a.name, a.kind, array_agg(distinct f.name) as facilities,
      json_agg(json_build_object(
        'label', s.label, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'booking', s.booking_deadline,
        'cancellation', s.cancellation_deadline, 'billing', a.billing_mode, 'tariff', t.label, 'rule', v.rule
      ) order by s.starts_at, s.id) as slots
    from activities a
    join facilities f on f.id = a.facility_id
    join slots s on s.activity_id = a.id
    join tariffs t on t.id = s.tariff_id
    left join lateral (
      select rule from tariff_versions v
      where v.tariff_id = t.id and v.valid_from <= ${dateOf(ctx.now)}
        and (v.valid_to is null or v.valid_to >= ${dateOf(ctx.now)})
      order by v.valid_from desc limit 1
    ) v on true
    where a.archived_at is null and s.archived_at is null and f.archived_at is null
    group by a.name, a.kind
    order by min(a.position), a.name`);
  const services = rows.map(({ slots, ...service }) => ({
    ...service,
    slots: once(slots.map(({ label, startsAt, endsAt }) => ({ label, startsAt, endsAt }))),
    deadlines: once(slots.map(({ booking, cancellation }) => ({ booking, cancellation }))),
  }));
  const paid = rows.flatMap(({ slots }) => slots.filter(({ billing }) => billing !== "free"));
  const tariffs = once(paid.flatMap(({ tariff, rule }) => (rule ? [{ label: tariff, rule }] : [])));
  return { services, tariffs };
}

const once = <T>(values: T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
