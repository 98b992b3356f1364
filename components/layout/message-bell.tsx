import { Bell } from "lucide-react";
import { Link } from "@/components/ui/link";

/** The way to what the structure wrote, with how much of it was not read yet. */
export function MessageBell({ unread }: { unread: number }) {
  const words = unread === 0 ? "Messages" : unread === 1 ? "1 message non lu" : `${unread} messages non lus`;
  return (
    <Link
      href="/contact"
      aria-label={words}
      title={words}
      className="relative grid size-11 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunk hover:text-ink"
    >
      <Bell />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-1 right-0.5 min-w-4.5 rounded-full bg-primary px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-on-primary tabular-nums"
        >
          {unread}
        </span>
      )}
    </Link>
  );
}
