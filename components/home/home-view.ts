import type { CartSummary } from "@/lib/reservations/rules";

/** What the blocks and the to-do list are drawn from. */
export type HomeFacts = {
  /** The next end of booking, and of what: "Repas du lundi 14 septembre". */
  nextDeadline: { closesAt: Date; label: string } | null;
  /** The next days that can be booked, and from when. */
  opening: { activity: string; at: Date; firstDay: string; lastDay: string } | null;
  awaitingApproval: number;
  /** Places that came free for who waited, kept until then. */
  offers: { count: number; until: Date } | null;
  /** What is left to pay of the invoices, and the first date. */
  due: { cents: number; count: number; on: string } | null;
  /** Credit of all the household's accounts. */
  creditCents: number;
  /** Civil date. */
  lastReceiptOn: string | null;
  /** `blocking`: those without which nothing is booked. */
  papers: { missing: string[]; expiring: string[]; blocking: string[] };
  newPublications: number;
  /** The last things that the structure put at the families' disposal. */
  news: { id: string; title: string; putOn: string; isNew: boolean }[];
  /** Who is signed in. */
  email: string;
  /** Enrolments that lack something. */
  toComplete: number;
  unreadThreads: number;
  cart: CartSummary;
};
