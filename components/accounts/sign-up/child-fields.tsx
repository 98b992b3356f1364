"use client";

import { Trash2 } from "lucide-react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { gradeLevels } from "@/lib/catalogue/facilities/rules";

type Name = "firstName" | "lastName" | "birthDate" | "gradeLevel";
type Props = {
  index: number;
  field: (name: Name) => UseFormRegisterReturn & { error?: string };
  today: string;
  onRemove?: () => void;
};

const levels = [
  { value: "", label: "Je ne sais pas encore" },
  ...gradeLevels.map((level) => ({ value: level, label: level })),
];

export function ChildFields({ index, field, today, onRemove }: Props) {
  return (
    <fieldset className="grid gap-5 rounded-card border border-line p-4 sm:p-5">
      <legend className="-ml-1 px-1 font-semibold">{ordinals[index]} enfant</legend>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="Prénom" autoComplete="off" {...field("firstName")} />
        <TextField label="Nom" autoComplete="off" {...field("lastName")} />
        <TextField label="Date de naissance" type="date" autoComplete="off" max={today} {...field("birthDate")} />
        <SelectField label="Niveau à l’école" optional options={levels} {...field("gradeLevel")} />
      </div>
      {onRemove && (
        <Button variant="ghost" size="small" onClick={onRemove} className="justify-self-start">
          <Trash2 className="size-4" />
          <span>
            Retirer<span className="sr-only"> : {ordinals[index]?.toLowerCase()} enfant</span>
          </span>
        </Button>
      )}
    </fieldset>
  );
}

const ordinals = ["Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième", "Huitième"];
