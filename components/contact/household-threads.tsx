import { agoInWords } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ThreadSubject } from "@/lib/contact/rules";
import { nameOf, subjectWords } from "./contact-words";

export type HouseholdThread = {
  id: string;
  subject: ThreadSubject;
  title: string | null;
  status: keyof typeof states;
  lastMessageAt: Date;
  isUnread: boolean;
};

const states = {
  to_handle: { label: "À traiter", tone: "request" },
  waiting_family: { label: "Répondu", tone: "reserved" },
  closed: { label: "Clos", tone: "neutral" },
} satisfies Record<string, { label: string; tone: Tone }>;

/** What the family and the structure wrote to each other last. */
export function HouseholdThreads({ threads, now }: { threads: HouseholdThread[]; now: Date }) {
  if (threads.length === 0) return <p className="text-sm text-ink-2">Aucun échange.</p>;
  return (
    <ul className="divide-y divide-line text-sm">
      {threads.map(({ id, status, lastMessageAt, isUnread, ...thread }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
        >
          <Link
            href={`/admin/contact/${id}`}
            className={`min-w-0 break-words text-primary-strong underline underline-offset-3 ${isUnread ? "font-bold" : "font-medium"}`}
          >
            {thread.title ? nameOf(thread) : subjectWords[thread.subject]}
            {isUnread && <span className="sr-only">, non lu</span>}
          </Link>
          <Tag tone={states[status].tone}>{states[status].label}</Tag>
          <span className="basis-full text-ink-2">{agoInWords(lastMessageAt, now)}</span>
        </li>
      ))}
    </ul>
  );
}
