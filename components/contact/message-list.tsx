import { Lock, Paperclip } from "lucide-react";
import { agoInWords } from "@/components/ui/ago";
import { capitalized } from "@/lib/core/format-date";
import { sizeInWords } from "../documents/document-words";
import { LinkedText } from "./linked-text";

export type MessageView = {
  id: string;
  body: string;
  isStaff: boolean;
  isInternal: boolean;
  author: string | null;
  createdAt: Date;
  attachments: { id: string; fileName: string; sizeBytes: number }[];
};

type Props = {
  messages: MessageView[];
  now: Date;
  /** Whose words stand on the right: those of whoever reads. */
  side: "family" | "staff";
  /** Who answers, when a message says no name. */
  structure: string;
};

/** The words of both sides, first to last. */
export function MessageList({ messages, now, side, structure }: Props) {
  return (
    <ol aria-label="Messages" className="grid gap-3">
      {messages.map((message) => (
        <li
          key={message.id}
          className={message.isStaff === (side === "staff") ? "sm:pl-12" : "sm:pr-12"}
          id={`message-${message.id}`}
        >
          <Message message={message} now={now} isOwn={message.isStaff === (side === "staff")} structure={structure} />
        </li>
      ))}
    </ol>
  );
}

type MessageProps = { message: MessageView; now: Date; isOwn: boolean; structure: string };

function Message({ message, now, isOwn, structure }: MessageProps) {
  const { body, isInternal, author, createdAt, attachments } = message;
  const look = isInternal
    ? "border-request-line border-dashed bg-request-soft"
    : isOwn
      ? "border-transparent bg-primary-soft"
      : "border-line bg-paper shadow-card";
  return (
    <article className={`rounded-card border px-4 py-3 ${look}`}>
      <header className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="font-semibold">{author ?? structure}</p>
        <p className="text-sm text-ink-2">{capitalized(agoInWords(createdAt, now))}</p>
      </header>
      {isInternal && (
        <p className="mb-1 flex items-center gap-1.5 text-sm font-semibold text-request">
          <Lock className="size-4" />
          Note interne, invisible pour la famille
        </p>
      )}
      <LinkedText text={body} />
      {attachments.length > 0 && (
        <ul aria-label="Pièces jointes" className="mt-2 flex flex-wrap gap-2">
          {attachments.map(({ id, fileName, sizeBytes }) => (
            <li key={id}>
              <a
                href={`/api/pieces-jointes/${id}`}
                download
                className="inline-flex min-h-9 items-center gap-2 rounded-control border border-line-strong bg-paper px-3 text-sm font-medium break-all no-underline hover:border-primary pointer-coarse:min-h-11"
              >
                <Paperclip className="size-4 shrink-0" />
                {fileName}
                <span className="whitespace-nowrap text-ink-2">{sizeInWords(sizeBytes)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
