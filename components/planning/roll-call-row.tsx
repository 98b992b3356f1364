"use client";

import { Check, CloudUpload, DoorOpen, TriangleAlert, Users, X } from "lucide-react";
import { useId, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import { dateOf } from "@/lib/core/calendar";
import { localTime, timeInWords } from "@/lib/core/format-date";
import { diets } from "@/lib/families/health/rules";
import type { RollCall, RollCallChild } from "@/lib/reservations/attendance/queries";
import { type Departure, endsAtTheGate, minutesLate, type Shown, type Tap } from "@/lib/reservations/attendance/rules";
import { Collectors } from "./collectors";
import { DeparturePanel } from "./departure-panel";

type Props = {
  view: RollCall;
  child: RollCallChild;
  rank: number;
  shown: Shown;
  departure: Departure | null;
  isUnbooked: boolean;
  isWaiting: boolean;
  problem: string | undefined;
  onTouch: (state: Tap["state"], said?: Pick<Tap, "leftAt" | "collectedBy">) => void;
};

/** A child at the gate: who, what to know, and two large buttons; touching the one that is pressed takes it back. */
export function RollCallRow({ view, child, rank, shown, departure, isUnbooked, isWaiting, problem, onTouch }: Props) {
  const { firstName, lastName, age, className, gradeLevel, forbidden } = child;
  const name = `${firstName} ${lastName}`;
  const facts = [age === null ? null : `${age} ans`, className ?? gradeLevel].filter(Boolean).join(" · ");
  const [isOpen, setOpen] = useState(false);
  const sheet = useId();
  const late = departure ? minutesLate(new Date(departure.at), new Date(view.lateFrom), view.toleranceMinutes) : 0;
  const isHere = shown === "present" || shown === "left";

  function leave(): void {
    // Who points a day that is gone has seen no hour.
    const hour = dateOf(new Date()) === view.date ? undefined : { leftAt: view.endAt };
    onTouch(shown === "left" ? "present" : "left", shown === "left" ? undefined : hour);
    setOpen(shown !== "left");
  }
  return (
    <li
      className="rounded-card border border-line bg-paper p-3 shadow-card print:break-inside-avoid print:shadow-none"
      data-shown={shown}
    >
      {forbidden.length > 0 && (
        <p className="mb-3 flex items-center gap-2 rounded-control bg-cancel px-3 py-2 font-semibold text-paper">
          <TriangleAlert />
          <span>
            Ne pas remettre à {forbidden.map(({ name }) => name).join(", ")}
            <span className="font-normal"> (décision de justice)</span>
          </span>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Avatar name={firstName} rank={rank} />
        <div className="min-w-0 grow basis-40">
          <p className="text-lg leading-tight">
            <strong>{firstName}</strong> {lastName}
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
            {facts}
            {child.hasCarePlan && <Tag tone="cancel">PAI</Tag>}
            {child.hasAllergies && <Tag tone="cancel">Allergies</Tag>}
            {child.diet && child.diet !== "none" && <Tag tone="wait">{diets[child.diet]}</Tag>}
            {isUnbooked && <Tag tone="request">Sans réservation</Tag>}
            {shown === "present" && child.arrivedAt && <span>· arrivé à {hourOf(child.arrivedAt)}</span>}
            {departure?.collectedBy && <span>· avec {departure.collectedBy}</span>}
            {late > 0 && <Tag tone="request">Retard : {durationInWords(late)}</Tag>}
            {shown === "unconfirmed" && <Tag tone="request">Demande non confirmée</Tag>}
            {child.status === "absent_excused" && <Tag tone="absence">Absence excusée</Tag>}
            {isWaiting && (
              <span className="inline-flex items-center gap-1">
                <CloudUpload className="size-4" />à envoyer
              </span>
            )}
          </p>
        </div>
        <p className="font-semibold not-print:hidden">{stateInWords(shown, departure)}</p>
        <div className="grid grow basis-64 grid-cols-[1fr_1fr_auto] gap-2 sm:max-w-84 print:hidden">
          <Choice pressed={isHere} tone="present" name={name} onClick={() => onTouch(isHere ? "undone" : "present")} />
          {isHere && endsAtTheGate(view) ? (
            <Choice
              pressed={shown === "left"}
              tone="left"
              name={name}
              hour={departure && hourOf(departure.at)}
              onClick={leave}
            />
          ) : (
            <Choice
              pressed={shown === "absent"}
              tone="absent"
              name={name}
              onClick={() => onTouch(shown === "absent" ? "undone" : "absent")}
            />
          )}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? sheet : undefined}
            aria-label={`Qui vient chercher ${name} ?`}
            title="Qui vient le chercher ?"
            onClick={() => setOpen(!isOpen)}
            className="grid min-h-13 w-13 place-items-center rounded-control border border-line-strong bg-paper text-primary-strong aria-expanded:bg-primary-soft"
          >
            <Users />
          </button>
        </div>
      </div>
      {problem && (
        <p role="alert" className="mt-2 text-sm font-semibold text-cancel">
          {problem}
        </p>
      )}
      {isOpen && departure && (
        <DeparturePanel id={sheet} child={child} departure={departure} onSay={(said) => onTouch("left", said)} />
      )}
      {isOpen && !departure && <Collectors id={sheet} child={child} />}
    </li>
  );
}

const states: Record<Shown, string> = {
  expected: "À pointer",
  present: "Présent",
  left: "Parti",
  absent: "Absent",
  unconfirmed: "Non confirmé",
};

const stateInWords = (shown: Shown, departure: Departure | null): string =>
  departure ? `${states.left} à ${hourOf(departure.at)}` : states[shown];

const durationInWords = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${`${minutes % 60}`.padStart(2, "0")}`;

const hourOf = (instant: string): string => timeInWords(localTime(new Date(instant)));

const choices = {
  present: { label: "Présent", icon: Check, look: "aria-pressed:border-reserved aria-pressed:bg-reserved" },
  came: { label: "Présent", icon: Check, look: "border-reserved-line! bg-reserved-soft! text-reserved!" },
  absent: { label: "Absent", icon: X, look: "aria-pressed:border-absence aria-pressed:bg-absence" },
  left: { label: "Parti", icon: DoorOpen, look: "aria-pressed:border-primary aria-pressed:bg-primary" },
};

type ChoiceProps = {
  pressed: boolean;
  tone: keyof typeof choices;
  name: string;
  hour?: string | null;
  onClick: () => void;
};

function Choice({ pressed, tone, name, hour, onClick }: ChoiceProps) {
  const { label, icon: Icon, look } = choices[tone];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${label} : ${name}${hour ? `, à ${hour}` : ""}`}
      onClick={onClick}
      className={`inline-flex min-h-13 items-center justify-center gap-2 rounded-control border border-line-strong bg-paper font-semibold aria-pressed:text-paper ${look}`}
    >
      <Icon />
      {hour ?? label}
    </button>
  );
}
