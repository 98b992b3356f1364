import { z } from "zod";

/**
 * A day that somebody may mean. Beyond, no calendar of ours reaches, and the day after 31 December 9999 is not written in
 * ten characters any more.
 */
export const civilDateInput = (sentence = "Cette date n’est pas valable.") =>
  z.iso.date({ error: sentence, abort: true }).refine((date) => date >= "1900-01-01" && date < "2200-01-01", sentence);
