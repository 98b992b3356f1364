import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { Cell, MonthView } from "@/lib/reservations/rules";
import { buttonAt, buttonsIn, dayOfButton, spotOfButton, type Target } from "./cell-dom";
import { isQuiet } from "./cell-looks";
import { cellAt, codeAt, codesOf, type GridLayout, type Spot, spotOf } from "./grid-layout";
import { choiceInWords, hintOf } from "./grid-messages";
import { choiceOf, type GridStore, kindOf, type Refused } from "./grid-store";
import { roles } from "./table-roles";
import { useKeyboard } from "./use-keyboard";
import { useSelection } from "./use-selection";
import { useTip } from "./use-tip";
import { WeekRow } from "./week-row";

type Props = {
  view: MonthView;
  layout: GridLayout;
  cells: string[][];
  refused: Refused | null;
  store: GridStore;
  hidden: ReadonlySet<number>;
  /** The week that a phone shows. */
  week: number;
  caption: string;
  /** With a cell, its detail is open at once. */
  openDay: (day: number, spot?: Spot) => void;
  /** Several booked places are to be given up. */
  cancel: (cells: Cell[]) => void;
  explain: (spot: Spot) => void;
};

/** A ring that fades: nothing moves. */
const REFUSED = { outline: ["3px solid var(--cancel)", "3px solid var(--cancel)", "3px solid transparent"] };
const sameSpot = (a: Spot, b: Spot) => a.child === b.child && a.slot === b.slot && a.day === b.day;

/** Too many columns for names beside the cells, however wide the screen; an agent has a menu beside. */
const isTight = ({ weekdays }: GridLayout, byAgent: boolean) => {
  const most = Math.max(...weekdays.map(({ columns }) => columns.length));
  return weekdays.length > 6 ? most > 2 : weekdays.length > 5 ? most > 3 : most > (byAgent ? 3 : 4);
};

const wordsOfChoice = { request: "à demander", withdraw: "à retirer", cancel: "à annuler" };

export function MonthTable({ view, layout, cells, refused, store, hidden, week, caption, ...does }: Props) {
  const { openDay, explain, cancel } = does;
  const table = useRef<HTMLTableElement>(null);
  const tip = useTip();

  const targetOf = (button: Element): Target | undefined => {
    const spot = button instanceof HTMLButtonElement ? spotOfButton(view, layout, button) : undefined;
    return spot && { button: button as HTMLButtonElement, spot, code: codeAt(store.read().cells, spot) };
  };
  const change = (targets: Target[]) => {
    const kind = choiceOf(targets[0]?.code ?? "");
    const asked = targets.map(({ spot }) => cellAt(view, spot));
    if (kind === "cancel") cancel(asked);
    else if (kind) store.act(kind, asked);
  };
  const selection = useSelection({
    table,
    targetOf,
    act: change,
    onChoice(targets, near) {
      const spots = targets.map(({ spot }) => spot);
      if (targets.length === 0 || !near) return tip.hide();
      tip.show(near, choiceInWords(view, spots), wordsOfChoice[choiceOf(targets[0]?.code ?? "") ?? "request"]);
    },
  });
  const stretch = (from: Element, to: Element) => {
    const spots = selection.stretch(from, to).map(({ spot }) => spot);
    store.say(`${choiceInWords(view, spots)}. Espace pour valider, Échap pour renoncer.`);
  };
  const { clear } = selection;
  const onEscape = () => {
    clear();
    tip.hide();
  };
  const keyboard = useKeyboard({ table, stretch, clear, onEscape, scene: `${view.month} ${week} ${[...hidden]}` });

  useEffect(() => {
    if (!refused || !table.current) return;
    const cells = refused.refusals.map((refusal) => spotOf(view, refusal));
    for (const button of buttonsIn(table.current)) {
      const spot = spotOfButton(view, layout, button);
      if (spot && cells.some((cell) => cell && sameSpot(cell, spot))) button.animate(REFUSED, { duration: 2400 });
    }
  }, [refused, view, layout]);

  function onClick({ target }: MouseEvent) {
    const button = buttonAt(target);
    if (!button || selection.justDragged()) return;
    tip.hide();
    if (selection.pending()) return selection.perform();
    selection.clear();
    const cell = targetOf(button);
    if (!cell) return openDay(dayOfButton(button));
    if (kindOf(cell.code)) change([cell]);
    else if (isQuiet(cell.code)) explain(cell.spot);
    else openDay(cell.spot.day, cell.spot);
  }

  function hint(button: Element, show: typeof tip.show) {
    const target = targetOf(button);
    if (!target) return tip.hide();
    const slot = view.slots[target.spot.slot];
    show(button, `${slot?.activity} › ${slot?.label}`, hintOf(view, target.spot, target.code));
  }
  function onPointerOver({ target, pointerType, buttons }: PointerEvent) {
    if (pointerType === "touch" || buttons > 0) return;
    const button = buttonAt(target);
    if (button) hint(button, tip.showSoon);
    else tip.hide();
  }
  function onFocus({ target }: FocusEvent) {
    keyboard.onFocus(target);
    if (target.matches(":focus-visible")) hint(target, tip.show);
  }

  return (
    <>
      <div className="sheet">
        <table
          ref={table}
          {...roles.table}
          className={isTight(layout, view.byAgent) ? "tight" : undefined}
          onClick={onClick}
          onKeyDown={keyboard.onKeyDown}
          onPointerDown={selection.onPointerDown}
          onPointerOver={onPointerOver}
          onPointerLeave={tip.hide}
          onFocus={onFocus}
          onBlur={tip.hide}
        >
          <caption className="sr-only">
            {caption}. Flèches pour se déplacer, Espace pour demander, retirer ou ouvrir, Maj et flèches pour choisir
            plusieurs créneaux.
          </caption>
          <thead {...roles.group}>
            <tr {...roles.row}>
              {layout.weekdays.map(({ name, columns }) => (
                <th key={name} {...roles.head} scope="col" data-n={columns.length}>
                  {name}
                  <div className="head">
                    <i />
                    {columns.map(({ label }) => (
                      <small key={label}>{label}</small>
                    ))}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...roles.group}>
            {layout.weeks.map((one, index) => (
              <WeekRow
                key={one.from}
                view={view}
                week={one}
                codes={codesOf(cells, one)}
                hidden={hidden}
                shown={index === week}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div ref={tip.ref} id={tip.id} role="tooltip" className="tip" hidden />
    </>
  );
}
