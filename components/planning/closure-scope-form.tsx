import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Offer } from "@/lib/reservations/planning/queries";

type Scope = { from: string; to: string; reach: string };
type Props = { scope: Scope; errors: Partial<Record<keyof Scope, string[]>>; offers: Offer[]; earliest: string };

/** Which days, and what: a plain form whose answer is an address, so that what it would do is seen before it is done. */
export function ClosureScopeForm({ scope, errors, offers, earliest }: Props) {
  return (
    <Card className="p-4 sm:p-6">
      <form action="/admin/planning/fermetures" className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_2fr]">
        <TextField
          type="date"
          name="from"
          label="Premier jour"
          min={earliest}
          defaultValue={scope.from}
          error={errors.from?.[0]}
        />
        <TextField
          type="date"
          name="to"
          label="Dernier jour"
          min={earliest}
          defaultValue={scope.to}
          error={errors.to?.[0]}
        />
        <SelectField
          name="reach"
          label="Ce qui ferme"
          options={reachesOf(offers)}
          defaultValue={scope.reach}
          error={errors.reach?.[0]}
        />
        <p className="sm:col-span-3">
          <Button type="submit">Voir qui est concerné</Button>
        </p>
      </form>
    </Card>
  );
}

/** Everything, then each structure with its activities and their slots. */
function reachesOf(offers: Offer[]) {
  return [
    { value: "tout", label: "Tout, dans toutes les structures" },
    ...offers.flatMap(({ id, name, activities }) => [
      { value: `structure:${id}`, label: `${name} : tout` },
      ...activities.flatMap((activity) => [
        { value: `activite:${activity.id}`, label: `${name} : ${activity.name}` },
        ...activity.slots.map((slot) => ({
          value: `creneau:${slot.id}`,
          label: `${name} : ${activity.name} – ${[slot.label, slot.group].filter(Boolean).join(", ")}`,
        })),
      ]),
    ]),
  ];
}
