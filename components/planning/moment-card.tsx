import { ClipboardCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { adultsInWords, ratioOf, warningsOf } from "@/lib/reservations/planning/rules";
import { AdultsForm } from "./adults-form";
import { placesLeft, slotInWords } from "./day-words";
import { HeadcountBar } from "./headcount-bar";
import { leftOf, type Moment, requestedOf, requiredOf, totalOf } from "./moments";
import { SheetButton } from "./sheet-button";

/** What this agent may do beside looking. */
export type PlanningRights = { points: boolean; plans: boolean };

type Props = { moment: Moment; rights: PlanningRights };

/** An activity at its hours: how many come, how many it can take, how many adults the law asks for. */
export function MomentCard({ moment: { first, groups }, rights }: Props) {
  const { capacity, expected } = totalOf(groups);
  const [only] = groups.length === 1 ? groups : [];
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="flex items-baseline justify-between gap-3">
        <div className="min-w-0">
          <h3 className="leading-tight font-semibold">{slotInWords({ ...first, group: only?.group ?? null })}</h3>
          <p className="text-sm text-ink-2">
            {timeInWords(first.startsAt)} – {timeInWords(first.endsAt)}
          </p>
        </div>
        <p className="shrink-0 tabular-nums">
          <strong className="text-2xl">{expected}</strong> <span className="text-ink-2">/ {capacity}</span>
        </p>
      </div>
      {groups.map((slot) => (
        <Group key={slot.id} slot={slot} named={!only} rights={rights} />
      ))}
    </Card>
  );
}

function Group({ slot, named, rights }: { slot: PlannedSlot; named: boolean; rights: PlanningRights }) {
  const { expected, present, capacity, closedReason } = slot;
  const requested = requestedOf(slot);
  const name = named ? (slot.group ?? slot.slot) : null;
  if (closedReason !== null) {
    return (
      <p className="flex flex-wrap items-center gap-2 border-line text-sm [&:not(:first-of-type)]:border-t">
        {name && <strong className="font-semibold">{name}</strong>}
        <Tag tone="cancel">Fermé</Tag> <span>{closedReason}</span>
      </p>
    );
  }
  const said = `${expected} attendus et ${requested} demandes pour ${capacity} places, ${present} présents`;
  return (
    <div className={`grid gap-1.5 text-sm ${named ? "border-t border-line pt-3" : ""}`}>
      {name && (
        <p className="flex justify-between gap-3">
          <strong className="font-semibold">{name}</strong>
          <span className="tabular-nums">
            <strong>{expected}</strong> / {capacity}
          </span>
        </p>
      )}
      <HeadcountBar expected={expected} requested={requested} present={present} capacity={capacity} label={said} />
      <p className="text-ink-2">{factsOf(slot).join(" · ")}</p>
      {expected > 0 && <Adults slot={slot} />}
      <div className="flex flex-wrap items-center justify-between gap-2 pt-1 print:hidden">
        {rights.plans && <AdultsForm occurrenceId={slot.id} adults={slot.plannedAdults} what={slotInWords(slot)} />}
        {rights.points && (
          <p className="flex flex-wrap gap-2">
            <ButtonLink size="small" href={`/admin/pointage?jour=${slot.date}&creneau=${slot.slotId}`}>
              <ClipboardCheck className="size-4" />
              Pointer<span className="sr-only"> : {slotInWords(slot)}</span>
            </ButtonLink>
            <SheetButton size="small" slotId={slot.slotId} date={slot.date} label={slotInWords(slot)} />
          </p>
        )}
      </div>
    </div>
  );
}

function factsOf(slot: PlannedSlot): string[] {
  const { present, absent, inCarts, toApprove, waitlisted, under6, from6 } = slot;
  const some = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  return [
    placesLeft(leftOf(slot)),
    ...some(present, present > 1 ? "présents" : "présent"),
    ...some(absent, absent > 1 ? "absents" : "absent"),
    ...some(inCarts, "en panier"),
    ...some(toApprove, "à valider"),
    ...some(waitlisted, "en liste d’attente"),
    ...some(under6, "de moins de 6 ans"),
    ...some(from6, "de 6 ans et plus"),
  ];
}

/** What the law asks for, and what is missing when someone has said how many will be there. */
function Adults({ slot }: { slot: PlannedSlot }) {
  const ratio = ratioOf(slot);
  const warnings = warningsOf(slot, { plannedAdults: slot.plannedAdults, children: slot });
  return (
    <>
      <p>
        {slot.plannedAdults !== null && <strong>{adultsInWords(slot.plannedAdults)} · </strong>}
        <span title={`1 pour ${ratio.under6} avant 6 ans, 1 pour ${ratio.from6} ensuite (article ${ratio.article})`}>
          {adultsInWords(requiredOf(slot))} requis <span className="text-ink-2">(art. {ratio.article})</span>
        </span>
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="font-semibold text-request">
          {warning}
        </p>
      ))}
    </>
  );
}
