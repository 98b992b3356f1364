import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { formatEuros } from "@/lib/core/money";
import type { OfficeCost, PatternPreview, RefusedGroup } from "@/lib/reservations/patterns/rules";
import { plural } from "../grid-messages";

type Child = { id: string; firstName: string };
type Props = {
  preview: PatternPreview;
  family: Child[];
  joins: boolean;
  onJoins: (joins: boolean) => void;
  /** Without it, what is paid in advance is not to be chosen. */
  onMonthly?: (isMonthly: boolean) => void;
};

/** What confirming would do: how many, what it costs where, what is left out and why. */
export function PlanPreview({ preview, family, joins, onJoins, onMonthly }: Props) {
  const { count, days, offices, keptUntil, instalment, full, refused, already, closed, openUntil } = preview;
  return (
    <section className="preview" aria-label="Ce qui sera réservé">
      <p className="count">
        {count === 0
          ? "Rien ne peut être réservé."
          : `${plural(count, "créneau", "créneaux")}, sur ${plural(days, "jour", "jours")}`}
      </p>
      {offices.length > 0 && (
        <dl>
          {offices.flatMap((office) =>
            costLines(office).map(([what, cents]) => (
              <div key={`${office.name} ${what}`}>
                <dt>
                  {what}
                  {offices.length > 1 && <small>{office.name}</small>}
                </dt>
                <dd>{cents === 0 ? "gratuit" : formatEuros(cents)}</dd>
              </div>
            )),
          )}
        </dl>
      )}
      {instalment && onMonthly && <Instalments instalment={instalment} onMonthly={onMonthly} />}
      {keptUntil && (
        <p className="hint">
          Les places à payer sont gardées jusqu’au {keptUntil} : payez votre panier d’ici là, sinon elles sont rendues.
        </p>
      )}
      {full > 0 && (
        <label className="choice">
          <input type="checkbox" checked={joins} onChange={({ target }) => onJoins(target.checked)} />
          S’inscrire en liste d’attente pour {plural(full, "créneau complet", "créneaux complets")}
        </label>
      )}
      {refused.length > 0 && (
        <Notice
          tone="warning"
          title={count > 0 ? "Réservé sans ces créneaux, qui ne sont pas possibles :" : "Pourquoi :"}
        >
          <RefusedGroups groups={refused} family={family} />
        </Notice>
      )}
      <ul className="quiet">
        {already > 0 && (
          <li>
            {plural(already, "créneau déjà réservé reste tel quel", "créneaux déjà réservés restent tels quels")}.
          </li>
        )}
        {closed.length > 0 && (
          <li>
            Pas de service : {closed.map(({ label, days }) => `${label} (${plural(days, "jour", "jours")})`).join(", ")}
            .
          </li>
        )}
        {openUntil && (
          <li>
            Les réservations sont ouvertes jusqu’au {openUntil}. La suite vous sera proposée dans « Mes semaines ».
          </li>
        )}
      </ul>
    </section>
  );
}

function costLines({ now, invoiced, approval, free }: OfficeCost): [string, number][] {
  const lines: [string, number, number][] = [
    ["À payer maintenant", now.count, now.cents],
    ["Facturé plus tard", invoiced.count, invoiced.cents],
    ["À payer une fois accepté par la structure", approval.count, approval.cents],
    ["Sans frais", free, 0],
  ];
  return lines.filter(([, count]) => count > 0).map(([what, , cents]) => [what, cents]);
}

type InstalmentProps = {
  instalment: NonNullable<PatternPreview["instalment"]>;
  onMonthly: (isMonthly: boolean) => void;
};

function Instalments({ instalment: { through, first, later, isChosen }, onMonthly }: InstalmentProps) {
  const id = useId();
  return (
    <fieldset>
      <legend>Ce qui se paie d’avance</legend>
      <label className="choice wide">
        <input type="radio" name={id} checked={isChosen} onChange={() => onMonthly(true)} />
        <span>
          Mois par mois : {formatEuros(first.cents)} maintenant
          <small>
            Jusqu’au {through}. Le reste ({formatEuros(later.cents)}) n’est pas encore réservé : un message vous
            prévient avant chaque date limite.
          </small>
        </span>
      </label>
      <label className="choice wide">
        <input type="radio" name={id} checked={!isChosen} onChange={() => onMonthly(false)} />
        <span>
          Tout de suite : {formatEuros(first.cents + later.cents)}
          <small>Toutes les places sont à vous dès qu’elles sont payées.</small>
        </span>
      </label>
    </fieldset>
  );
}

/** Reason by reason; the days are behind it. */
export function RefusedGroups({ groups, family }: { groups: RefusedGroup[]; family: Child[] }) {
  return groups.map(({ title, lines }) => (
    <details key={title} className="group">
      <summary>{title}</summary>
      <ul>
        {lines.map(({ childId, service, days }) => (
          <li key={`${childId} ${service}`}>
            <b>{family.find(({ id }) => id === childId)?.firstName}</b>, {service} : {days}
          </li>
        ))}
      </ul>
    </details>
  ));
}
