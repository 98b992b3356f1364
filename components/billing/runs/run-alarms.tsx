import { TriangleAlert } from "lucide-react";
import { alarmWords } from "@/lib/billing/runs/rules";
import { familiesInWords } from "./run-words";

type Alarm = keyof typeof alarmWords;

/** What to look at before issuing, counted by kind; each family says its own in the list. */
export function RunAlarms({ alarms }: { alarms: Partial<Record<string, number>> }) {
  const shown = (Object.keys(alarmWords) as Alarm[]).flatMap((alarm) => {
    const households = alarms[alarm] ?? 0;
    return households > 0 ? [{ alarm, households }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul aria-label="À relire avant d’émettre" className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
      {shown.map(({ alarm, households }) => (
        <li key={alarm} className="flex items-start gap-2">
          <TriangleAlert className="mt-0.5 size-4 text-request" />
          <span>
            <strong>{familiesInWords(households)}</strong> {alarmWords[alarm]}
          </span>
        </li>
      ))}
    </ul>
  );
}
