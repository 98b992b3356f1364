import { ChevronRight } from "lucide-react";
import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { ThreadStatus, ThreadSubject } from "@/lib/contact/rules";
import { familyStates, nameOf } from "./contact-words";

export type ThreadView = {
  id: string;
  subject: ThreadSubject;
  title: string | null;
  status: ThreadStatus;
  child: string | null;
  lastMessageAt: Date;
  isUnread: boolean;
  isLastFromStaff: boolean;
  excerpt: string;
};

/** The exchanges of a family, last moved first; what was not read yet stands out. */
export function ThreadList({ threads, now }: { threads: ThreadView[]; now: Date }) {
  return (
    <Card>
      <ul className="divide-y divide-line">
        {threads.map((thread) => (
          <li key={thread.id} className="relative flex items-center gap-3 px-4 py-3.5 hover:bg-sunk sm:px-5">
            <span
              aria-hidden="true"
              className={`size-2.5 shrink-0 rounded-full ${thread.isUnread ? "bg-primary" : "bg-transparent"}`}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <Link
                  href={`/contact/${thread.id}`}
                  className={`no-underline after:absolute after:inset-0 ${thread.isUnread ? "font-bold" : "font-semibold"}`}
                >
                  {nameOf(thread)}
                  {thread.child && <span className="font-normal text-ink-2"> · {thread.child}</span>}
                  {thread.isUnread && <span className="sr-only">, non lu</span>}
                </Link>
                <Tag tone={familyStates[thread.status].tone}>{familyStates[thread.status].label}</Tag>
              </p>
              <p className="truncate text-ink-2">
                {thread.isLastFromStaff ? "" : "Vous : "}
                {thread.excerpt}
              </p>
              <p className="text-sm text-ink-2">{agoInWords(thread.lastMessageAt, now)}</p>
            </div>
            <ChevronRight className="shrink-0 text-ink-3" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
