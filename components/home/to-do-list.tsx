import { ChevronRight, Clock, Info } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { HomeFacts } from "./home-view";
import { type ToDo, type ToPay, toDoOf } from "./to-do";

type Props = { home: HomeFacts; toPay: ToPay | null; now: Date };

/** What waits for the family: the most pressing in full, the rest as lines, nothing at all when nothing does. */
export function ToDoList({ home, toPay, now }: Props) {
  const [first, ...others] = toDoOf(home, toPay, now);
  if (!first) return null;
  return (
    <>
      <Notice
        tone={first.isUrgent ? "warning" : "info"}
        title={first.title}
        action={
          <ButtonLink href={first.href} variant={first.isUrgent ? "primary" : "secondary"} className="grow">
            {first.action}
          </ButtonLink>
        }
      >
        {first.detail}
      </Notice>
      {others.length > 0 && (
        <Card aria-labelledby="a-faire">
          <h2 id="a-faire" className="sr-only">
            Aussi à faire
          </h2>
          <ul className="divide-y divide-line">
            {others.map((toDo) => (
              <Line key={toDo.key} toDo={toDo} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Line({ toDo: { title, detail, href, isUrgent } }: { toDo: ToDo }) {
  return (
    <li className="relative flex items-start gap-3 px-4 py-3 hover:bg-sunk">
      {isUrgent ? <Clock className="mt-0.5 text-request" /> : <Info className="mt-0.5 text-wait" />}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <Link href={href} className="no-underline after:absolute after:inset-0">
            {title}
          </Link>
        </p>
        {detail && <p className="mt-0.5 text-sm text-ink-2">{detail}</p>}
      </div>
      <ChevronRight className="mt-0.5 shrink-0 text-ink-3" />
    </li>
  );
}
