"use client";

import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { archiveAgeGroupAction, setAgeGroupAction } from "@/lib/catalogue/facilities/actions";
import type { AgeGroup } from "@/lib/catalogue/facilities/queries";
import { gradeLevels } from "@/lib/catalogue/facilities/rules";
import { groupWords } from "./catalogue-words";
import { EditorForm } from "./editor-form";
import { OneButton } from "./one-button";
import { Opening } from "./opening";

type Props = { facilityId: string; groups: AgeGroup[] };

/** The groups of a structure: each received by age, or by school grade. */
export function AgeGroups({ facilityId, groups }: Props) {
  return (
    <div className="grid gap-3">
      {groups.length === 0 && <p className="text-ink-2">Aucun groupe : les créneaux reçoivent tous les enfants.</p>}
      <ul className="grid gap-2">
        {groups.map((group) => (
          <li key={group.id} className="rounded-control border border-line p-3">
            <Opening summary={<GroupLine group={group} />}>
              <div className="grid gap-4 pt-3">
                <GroupForm facilityId={facilityId} group={group} />
                <OneButton
                  action={archiveAgeGroupAction}
                  fields={{ groupId: group.id }}
                  done="Le groupe est archivé."
                  variant="danger"
                >
                  Archiver ce groupe
                </OneButton>
              </div>
            </Opening>
          </li>
        ))}
      </ul>
      <Opening button summary="Ajouter un groupe">
        <GroupForm facilityId={facilityId} />
      </Opening>
    </div>
  );
}

const GroupLine = ({ group }: { group: AgeGroup }) => (
  <span>
    <span className="font-semibold">{group.name}</span> <span className="text-ink-2">{groupWords(group)}</span>
  </span>
);

const ways = [
  { value: "age", label: "Par âge, le jour du service" },
  { value: "grade", label: "Par niveau scolaire" },
];

function GroupForm({ facilityId, group }: { facilityId: string; group?: AgeGroup }) {
  const [by, setBy] = useState(group && group.grades.length > 0 ? "grade" : "age");
  const id = (name: string) => `groupe-${group?.id ?? "nouveau"}-${name}`;
  return (
    <EditorForm
      action={setAgeGroupAction}
      hidden={group ? { facilityId, groupId: group.id } : { facilityId }}
      submit={group ? "Enregistrer le groupe" : "Ajouter le groupe"}
      done="Le groupe est enregistré."
      again={!group}
    >
      {(field) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Nom du groupe" defaultValue={group?.name} {...field("name")} id={id("name")} />
          <SelectField
            label="Qui y va"
            options={ways}
            value={by}
            onChange={(event) => setBy(event.target.value)}
            {...field("by")}
            id={id("by")}
          />
          {by === "age" ? (
            <>
              <TextField
                label="À partir de (ans)"
                type="number"
                min={0}
                max={17}
                defaultValue={group?.minAge ?? 3}
                {...field("minAge")}
                id={id("minAge")}
              />
              <TextField
                label="Jusqu’à (ans, compris)"
                type="number"
                min={0}
                max={17}
                defaultValue={group?.maxAge ?? 5}
                {...field("maxAge")}
                id={id("maxAge")}
              />
            </>
          ) : (
            <fieldset className="sm:col-span-2">
              <legend className="font-semibold">Niveaux reçus</legend>
              <input type="hidden" name="minAge" value="0" />
              <input type="hidden" name="maxAge" value="17" />
              <div className="flex flex-wrap gap-x-5">
                {gradeLevels.map((grade) => (
                  <CheckField
                    key={grade}
                    label={grade}
                    name={`grade${grade}`}
                    id={id(grade)}
                    defaultChecked={group?.grades.includes(grade)}
                  />
                ))}
              </div>
            </fieldset>
          )}
        </div>
      )}
    </EditorForm>
  );
}
