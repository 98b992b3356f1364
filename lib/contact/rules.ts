export type { ThreadStatus, ThreadSubject } from "@/db/schema";

/** A piece of a message: words, or an address that can be followed. */
export type TextPiece = { text: string; href?: string };

/** Only what begins as a page of the web: no script, no other kind of address. */
const address = /\bhttps?:\/\/[^\s<>"«»]+/gi;
/** What ends a sentence is no part of an address. */
const endOfSentence = /[).,;:!?…'’\]]+$/;

/** Cuts a plain text where it holds addresses; it stays plain text, whatever is written in it. */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.replace(endOfSentence, "");
    if (!URL.canParse(href)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: href, href });
    from = index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

const EXCERPT = 140;

/** The first words of a message, on one line. */
export function excerptOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).trimEnd()}…` : line;
}

/** How long an exchange is kept once it is closed (handbook §7.1: a default, to be confirmed by the organisation). */
export const THREAD_KEPT_MONTHS = 24;
