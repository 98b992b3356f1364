"use client";

import { Check, CloudUpload, Phone, TriangleAlert, Users, X } from "lucide-react";
import { useId, useState } from "react";
import { relationWords } from "@/components/families/family-words";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import { phoneInWords } from "@/lib/core/format-phone";
import { diets } from "@/lib/families/health/rules";
import type { Collector, RollCallChild } from "@/lib/reservations/attendance/queries";
import type { Shown, Tap } from "@/lib/reservations/attendance/rules";

type Props = {
  child: RollCallChild;
  rank: number;
  shown: Shown;
  isUnbooked: boolean;
  isWaiting: boolean;
  problem: string | undefined;
  onTouch: (state: Tap["state"]) => void;
};

/** A child at the gate: who, what to know, and two large buttons; touching the one that is pressed takes it back. */
export function RollCallRow({ child, rank, shown, isUnbooked, isWaiting, problem, onTouch }: Props) {
  const { firstName, lastName, age, className, gradeLevel, forbidden } = child;
  const name = `${firstName} ${lastName}`;
  const facts = [age === null ? null : `${age} ans`, className ?? gradeLevel].filter(Boolean).join(" · ");
  const [isOpen, setOpen] = useState(false);
  const sheet = useId();
  const toggle = (state: "present" | "absent") => onTouch(shown === state ? "undone" : state);
  return (
    <li className="rounded-card border border-line bg-paper p-3 shadow-card" data-shown={shown}>
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
            {shown === "unconfirmed" && <Tag tone="request">Demande non confirmée</Tag>}
            {child.status === "absent_excused" && <Tag tone="absence">Absence excusée</Tag>}
            {isWaiting && (
              <span className="inline-flex items-center gap-1">
                <CloudUpload className="size-4" />à envoyer
              </span>
            )}
          </p>
        </div>
        <div className="grid grow basis-64 grid-cols-[1fr_1fr_auto] gap-2 sm:max-w-84">
          <Choice pressed={shown === "present"} tone="present" name={name} onClick={() => toggle("present")} />
          <Choice pressed={shown === "absent"} tone="absent" name={name} onClick={() => toggle("absent")} />
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
      {isOpen && <Collectors id={sheet} child={child} />}
    </li>
  );
}

const choices = {
  present: { label: "Présent", icon: Check, look: "aria-pressed:border-reserved aria-pressed:bg-reserved" },
  absent: { label: "Absent", icon: X, look: "aria-pressed:border-absence aria-pressed:bg-absence" },
};

type ChoiceProps = { pressed: boolean; tone: keyof typeof choices; name: string; onClick: () => void };

function Choice({ pressed, tone, name, onClick }: ChoiceProps) {
  const { label, icon: Icon, look } = choices[tone];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${label} : ${name}`}
      onClick={onClick}
      className={`inline-flex min-h-13 items-center justify-center gap-2 rounded-control border border-line-strong bg-paper font-semibold aria-pressed:text-paper ${look}`}
    >
      <Icon />
      {label}
    </button>
  );
}

/** Who may take the child away, one touch away; whoever must not is said above, always in sight. */
function Collectors({ id, child }: { id: string; child: RollCallChild }) {
  const { allowed, leavesAlone } = child;
  return (
    <ul id={id} className="mt-3 grid gap-1 border-t border-line pt-2 text-sm sm:grid-cols-2">
      {leavesAlone !== null && (
        <li className="py-2">
          <strong>Peut partir seul</strong>
          {leavesAlone && ` : ${leavesAlone}`}
        </li>
      )}
      {allowed.map((person) => (
        <Person key={person.name} person={person} />
      ))}
      {allowed.length === 0 && leavesAlone === null && <li className="py-2">Personne n’est indiqué.</li>}
    </ul>
  );
}

function Person({ person: { name, relation, phone, isEmergencyContact } }: { person: Collector }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span>
        <strong>{name}</strong>, {relationWords[relation].toLowerCase()}
        {isEmergencyContact && <span className="text-ink-2"> (urgence)</span>}
      </span>
      {phone && (
        <a href={`tel:${phone}`} className="inline-flex min-h-12 items-center gap-1.5 text-primary-strong underline">
          <Phone className="size-4" />
          {phoneInWords(phone)}
        </a>
      )}
    </li>
  );
}
