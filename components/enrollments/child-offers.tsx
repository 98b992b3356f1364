import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { AskedEnrollment, EnrollmentOffer, ChildOffers as View } from "@/lib/enrollments/queries/offers";
import { enrollmentStates, periodInWords } from "./enrollment-words";
import { WithdrawForm } from "./withdraw-form";

/** One child: what it is enrolled in, what is on its way, and what may still be asked. */
export function ChildOffers({ child, householdId }: { child: View; householdId: string }) {
  const { id, firstName, rank, offers } = child;
  return (
    <Card aria-labelledby={`enfant-${id}`} className="px-4 py-4 sm:px-5">
      <h2 id={`enfant-${id}`} className="flex items-center gap-2.5">
        <Avatar name={firstName} rank={rank} />
        {firstName}
      </h2>
      {offers.length === 0 && (
        <p className="mt-2 text-ink-2">Aucune activité ne demande d’inscription à son âge et à sa classe.</p>
      )}
      <ul className="mt-2 divide-y divide-line">
        {offers.map((offer) => (
          <li key={offer.id} className="grid gap-2 py-3 last:pb-0">
            <div className="flex items-start justify-between gap-x-4">
              <div className="min-w-0">
                <h3 className="font-semibold">{offer.name}</h3>
                <p className="text-sm text-ink-2">{offer.facility}</p>
              </div>
              <Ask offer={offer} childId={id} firstName={firstName} />
            </div>
            {offer.asked.map((one) => (
              <AskedLine key={one.id} asked={one} offer={offer} householdId={householdId} />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const addressOf = (offer: EnrollmentOffer, childId: string) =>
  `/inscriptions/demande?${new URLSearchParams({ enfant: childId, activite: offer.id })}`;

function Ask({ offer, childId, firstName }: { offer: EnrollmentOffer; childId: string; firstName: string }) {
  if (offer.periods.length === 0) return null;
  const isMore = offer.asked.some(({ status }) => status === "approved");
  return (
    <ButtonLink
      href={addressOf(offer, childId)}
      size="small"
      variant={isMore ? "ghost" : "secondary"}
      className="shrink-0"
    >
      {isMore ? "Autre période" : "Inscrire"}
      <span className="sr-only">
        {" "}
        {firstName} : {offer.name}
      </span>
    </ButtonLink>
  );
}

type LineProps = { asked: AskedEnrollment; offer: EnrollmentOffer; householdId: string };

function AskedLine({ asked, offer, householdId }: LineProps) {
  const { label, tone } = enrollmentStates[asked.status];
  const isToFinish = asked.status === "draft" || asked.status === "incomplete";
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Tag tone={tone}>{label}</Tag>
        <span className="text-ink-2">{periodInWords(asked)}</span>
      </p>
      {asked.reason && asked.status !== "approved" && (
        <p className="max-w-prose rounded-control bg-sunk px-3 py-2">
          <span className="font-semibold">La structure répond :</span> {asked.reason}
        </p>
      )}
      {(isToFinish || asked.status === "submitted") && (
        <div className="flex flex-wrap gap-2">
          {isToFinish && (
            <ButtonLink href={`${addressOf(offer, asked.childId)}&demande=${asked.id}`} size="small" variant="primary">
              {asked.status === "draft" ? "Terminer ma demande" : "Compléter ma demande"}
            </ButtonLink>
          )}
          <WithdrawForm
            householdId={householdId}
            enrollmentId={asked.id}
            label={asked.status === "draft" ? "Supprimer le brouillon" : "Retirer ma demande"}
          />
        </div>
      )}
    </div>
  );
}
