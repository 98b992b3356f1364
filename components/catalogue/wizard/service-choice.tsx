import { CalendarDays, type LucideIcon, Sun, Tent, Utensils } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ServiceName } from "@/lib/catalogue/wizard/rules";

const looks: Record<ServiceName, { icon: LucideIcon; title: string; text: string }> = {
  periscolaire: { icon: Sun, title: "Périscolaire", text: "Matin et soir, les jours d’école." },
  cantine: { icon: Utensils, title: "Cantine", text: "Le repas de midi, les jours d’école." },
  mercredis: { icon: CalendarDays, title: "Mercredis", text: "La journée ou la demi-journée du mercredi." },
  vacances: { icon: Tent, title: "Vacances", text: "Le centre de loisirs, pendant les vacances scolaires." },
};

/** The four services that most organisations open: the questions that follow are already half answered. */
export function ServiceChoice() {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {(Object.entries(looks) as [ServiceName, (typeof looks)[ServiceName]][]).map(([name, look]) => (
        <li key={name}>
          <Card className="relative flex h-full items-start gap-4 p-5 hover:border-primary">
            <span className="grid size-11 shrink-0 place-items-center rounded-full bg-primary-soft text-primary-strong">
              <look.icon />
            </span>
            <span>
              <Link
                href={`/admin/catalogue/assistant?service=${name}`}
                className="text-lg font-semibold text-ink after:absolute after:inset-0 after:rounded-card"
              >
                {look.title}
              </Link>
              <span className="block text-ink-2">{look.text}</span>
            </span>
          </Card>
        </li>
      ))}
    </ul>
  );
}
