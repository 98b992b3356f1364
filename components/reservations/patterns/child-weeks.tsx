import { CopyPlus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { OfferedChild, Turn } from "@/lib/reservations/patterns/rules";
import { colourOf } from "../cell-looks";
import { copyTicks } from "./plan-values";
import { WeekTable } from "./week-table";

type Props = {
  child: OfferedChild;
  /** Brothers and sisters who are chosen too. */
  others: OfferedChild[];
  /** One table, or one for each of two weeks. */
  turns: { turn: Turn; caption: string }[];
  ticks: ReadonlySet<string>;
  onChange: (ticks: Set<string>) => void;
};

/** The week of one child, with what opens in the holidays apart. */
export function ChildWeeks({ child, others, turns, ticks, onChange }: Props) {
  const inHolidays = child.columns.filter(({ isHolidays }) => isHolidays);
  const inSchool = child.columns.filter(({ isHolidays }) => !isHolidays);
  const isEmpty = (id: string) => ![...ticks].some((tick) => tick.startsWith(id));
  const source = isEmpty(child.id) && others.find(({ id }) => !isEmpty(id));
  const tables = (columns: OfferedChild["columns"]) =>
    turns.map(({ turn, caption }) => (
      <WeekTable key={turn} {...{ child, columns, turn, ticks, onChange }} caption={caption} />
    ));

  return (
    <section className={`week ${colourOf(child.rank)}`} aria-label={`Semaine de ${child.firstName}`}>
      <div className="name">
        <h3>{child.firstName}</h3>
        {source && (
          <Button variant="ghost" size="small" onClick={() => onChange(copyTicks(ticks, source, child))}>
            <CopyPlus className="size-4" aria-hidden="true" />
            Comme {source.firstName}
          </Button>
        )}
      </div>
      {inSchool.length > 0 && tables(inSchool)}
      {inHolidays.length > 0 && (
        <details>
          <summary>Et pendant les vacances</summary>
          {tables(inHolidays)}
        </details>
      )}
    </section>
  );
}
