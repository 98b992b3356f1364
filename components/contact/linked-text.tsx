import { piecesOf } from "@/lib/contact/rules";

/** A plain text as it was written, with its lines; the addresses in it can be followed, and nothing else acts. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p className="break-words whitespace-pre-line">
      {piecesOf(text).map(({ text, href }, index) =>
        href ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that never changes
            key={index}
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-primary-strong underline underline-offset-3"
          >
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
