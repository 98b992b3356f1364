import { Ban, Phone, UserCheck } from "lucide-react";
import { relationWords } from "@/components/families/family-words";
import { RemoveButton } from "@/components/form/remove-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { phoneInWords } from "@/lib/core/format-phone";
import { removePickupPersonAction, restorePickupPersonAction } from "@/lib/families/pickup/actions";
import type { PickupPerson } from "@/lib/families/pickup/queries";
import { AddPickup } from "./add-pickup";

type Props = { childId: string; persons: PickupPerson[]; canEdit: boolean };

/** Who may take the child away, whom to call and in which order; whoever must not is said first. */
export function PickupSection({ childId, persons, canEdit }: Props) {
  return (
    <Card aria-labelledby="personnes" className="p-4 sm:p-5">
      <h2 id="personnes">Personnes habilitées</h2>
      <p className="mt-1 max-w-prose text-sm text-ink-2">
        Qui peut venir chercher l’enfant en plus de ses responsables, et qui appeler en cas d’urgence.
      </p>
      <ForbiddenPickup persons={persons} />
      {persons.length === 0 && <p className="mt-3 text-ink-2">Personne pour l’instant.</p>}
      <ul className="mt-2 divide-y divide-line">
        {persons.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <PersonLine person={person} />
            {canEdit && person.kind === "allowed" && (
              <RemoveButton
                fields={{ childId, pickupId: person.id }}
                what={nameOf(person)}
                remove={removePickupPersonAction}
                restore={restorePickupPersonAction}
              />
            )}
          </li>
        ))}
      </ul>
      {canEdit && <AddPickup childId={childId} />}
    </Card>
  );
}

/** In red above everything else: nobody must look for it. */
export function ForbiddenPickup({ persons }: { persons: PickupPerson[] }) {
  const forbidden = persons.filter(({ kind }) => kind === "forbidden");
  if (forbidden.length === 0) return null;
  return (
    <div className="mt-3">
      <Notice
        tone="error"
        title={`Ne doit pas repartir avec : ${forbidden.map((person) => nameOf(person)).join(", ")}`}
      >
        Une décision de justice l’interdit.
      </Notice>
    </div>
  );
}

const nameOf = ({ firstName, lastName }: PickupPerson) => `${firstName} ${lastName}`;

function PersonLine({ person }: { person: PickupPerson }) {
  const { kind, relation, phone, photoId, isEmergencyContact, rank } = person;
  const Icon = kind === "forbidden" ? Ban : UserCheck;
  return (
    <div className="flex min-w-0 flex-1 basis-64 items-center gap-3">
      {photoId ? (
        // biome-ignore lint/performance/noImgElement: private, and never to be kept by an optimiser
        <img
          src={`/api/documents/${photoId}/apercu`}
          alt={nameOf(person)}
          loading="lazy"
          className="size-14 shrink-0 rounded-full border border-line object-cover"
        />
      ) : (
        <span
          className={`grid size-11 shrink-0 place-items-center rounded-full ${kind === "forbidden" ? "bg-cancel-soft text-cancel" : "bg-primary-soft text-primary-strong"}`}
        >
          <Icon />
        </span>
      )}
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
          {nameOf(person)}
          {kind === "forbidden" && <Tag tone="cancel">Interdit</Tag>}
          {isEmergencyContact && <Tag tone="wait">{`Urgence : appel nº\u00a0${rank}`}</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
          {relationWords[relation]}
          {phone && (
            <a href={`tel:${phone}`} className="inline-flex items-center gap-1 underline underline-offset-3">
              <Phone className="size-3.5" />
              {phoneInWords(phone)}
            </a>
          )}
        </p>
      </div>
    </div>
  );
}
