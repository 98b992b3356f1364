/** A text that the organisation wrote: an empty line begins a paragraph, a single one a line. */
export function OwnText({ text }: { text: string | null | undefined }) {
  return text?.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} className="whitespace-pre-line">
      {paragraph.trim()}
    </p>
  ));
}
