import { sql } from "drizzle-orm";
import { households } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { indexHouseholds } from "@/lib/families/index-household";
import type { Database } from "../client";
import { announceOpenings } from "./announce-openings";
import { askEnrollments } from "./ask-enrollments";
import { askPapers } from "./ask-papers";
import { takeAttendance } from "./attendance";
import { fillSomeBaskets } from "./baskets-in-progress";
import { bookBenali } from "./benali";
import { billMeals, decideNumbering } from "./bill-meals";
import { drawCrowds } from "./crowds";
import { townDays } from "./days";
import { openDesk } from "./desk";
import { randomFamilies } from "./families";
import { bookHabits } from "./habits";
import { bookHaddad, shareAdam } from "./haddad";
import { knownFamilies } from "./known-families";
import { foundTown } from "./organization";
import { payInvoices } from "./pay-invoices";
import { postLedger } from "./post-ledger";
import { publishPapers } from "./publish-papers";
import { seededRandom } from "./random";
import { remindFamilies } from "./remind-families";
import { bookRousseau, missSomeDays } from "./rousseau";
import { sendPapers } from "./send-papers";
import { openServices } from "./services";
import { setWeek } from "./set-week";
import { enrollChildren, settlePeople } from "./settle-people";
import { closeOneDay, pointLastDays, staffNextDays } from "./staff-days";
import { takeMoney } from "./take-money";
import { tellHealth, tellMeals } from "./tell-health";
import { askToBeForgotten, tryImport } from "./try-import";
import { waitForAgents } from "./wait-for-agents";
import { writeChanges, writeReservations } from "./write-bookings";
import { writeLetters } from "./write-letters";
import { payBaskets, writePayments } from "./write-payments";

const OTHER_FAMILIES = 297;
const SEED = 20_260_901;

/**
 * Saint-Aubin, a town of three hundred families, as it would be on the day it is loaded: weeks gone by, days that can
 * still be booked, and everything paid that had to be. All of it or nothing.
 */
export async function seedTown(db: Database, now: Date): Promise<void> {
  const ctx: Context = { actor: { kind: "system", name: "demonstration" }, db, now };
  await inTransaction(ctx, buildTown);
}

async function buildTown(ctx: Context): Promise<void> {
  const random = seededRandom(SEED);
  const days = townDays(ctx.now);

  const town = await foundTown(ctx.db, random);
  const offers = await openServices(ctx, town, days, random);

  await announceOpenings(ctx, days);

  const known = knownFamilies(days.today, random);
  const others = randomFamilies(OTHER_FAMILIES, days.today, random);
  const families = [known.rousseau, known.benali, known.haddad, ...others];
  await settlePeople(ctx, families, days);
  await shareAdam(ctx, known, days);
  await indexTown(ctx);
  await enrollChildren(ctx, families, offers, days);
  await askPapers(ctx, days);
  await sendPapers(ctx, known, others, days);
  await publishPapers(ctx, known, days);
  await tellHealth(ctx, known, days);
  await tellMeals(ctx, others);

  const desk = openDesk(families, offers, days, random);
  bookRousseau(desk, known, days);
  bookBenali(desk, known, days);
  bookHaddad(desk, known, days);
  bookHabits(desk, others, days, random);
  fillSomeBaskets(desk, others, days, random);
  drawCrowds(desk, others, known.nahel, days, random);
  const bookings = desk.bookings();
  missSomeDays(bookings, known.rousseau, days);
  takeAttendance(
    bookings.filter(({ family }) => family !== known.rousseau),
    days,
    random,
  );

  const written = await writeReservations(ctx, bookings);
  await askEnrollments(ctx);
  await writeChanges(ctx, written);
  await decideNumbering(ctx, town, days);
  const slow = [known.rousseau, known.benali, known.haddad];
  const fortnights = await billMeals(ctx, town, { days, told: slow });
  const invoices = await payInvoices(ctx, town, { fortnights, families, slow, days, random });
  const paid = payBaskets(written, random);
  await writePayments(ctx, paid, invoices.receipts);
  await postLedger(ctx, { paid, bookings: written, others: invoices.events });
  await writeLetters(ctx, known, others);
  await remindFamilies(ctx);
  await waitForAgents(ctx, { town, offers, families, days, random });
  await setWeek(ctx, known.benali);
  await tryImport(ctx, days);
  await askToBeForgotten(ctx);
  await pointLastDays(ctx, days);
  await closeOneDay(ctx, days);
  await staffNextDays(ctx, days);

  await takeMoney(ctx, { town, families: others, random });

  // A town that has just moved in: the planner would otherwise believe its tables are empty.
  await ctx.db.execute(sql`analyze`);
}

/** So that agents find everybody from the first day. */
async function indexTown(ctx: Context): Promise<void> {
  const settled = await ctx.db.select({ id: households.id }).from(households);
  await indexHouseholds(
    ctx,
    settled.map(({ id }) => id),
  );
}
