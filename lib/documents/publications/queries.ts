import { and, asc, desc, eq, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { activities, facilities, publicationReads, publications } from "@/db/schema";
import { authorize, authorizeVisitor, isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { withEnrolledChild } from "./count-concerned";

/** Which households the actor sees for. */
const householdsOf = ({ actor }: Context): readonly string[] =>
  actor.kind === "guardian" ? actor.householdIds : actor.kind === "observer" ? [actor.householdId] : [];

const onDisplay = (ctx: Context): SQL | undefined => {
  const today = dateOf(ctx.now);
  return and(
    isNull(publications.unpublishedAt),
    lte(publications.fromOn, today),
    or(isNull(publications.untilOn), gte(publications.untilOn, today)),
  );
};

const concerns = (households: readonly string[], today: string): SQL => sql`(
  ${publications.audience} = 'everyone' or exists (
    select 1 from (${withEnrolledChild(sql`(a.id = ${publications.activityId} or a.facility_id = ${publications.facilityId})`, today)}) c
    where c.household_id = any(${sql.param(households)}::uuid[])
  )
)`;

/**
 * The one rule of who sees a publication, for lists and for the file itself: the agents who publish see all; a family
 * sees what is on display for everyone or for a place where a child of it is enrolled; a stranger what is public.
 */
export function seenBy(ctx: Context, households = householdsOf(ctx)): SQL | undefined {
  if (ctx.actor.kind !== "guardian" && isAllowed(ctx.actor, "publications:write")) return undefined;
  const isOpen = households.length > 0 ? concerns(households, dateOf(ctx.now)) : eq(publications.isPublic, true);
  return and(onDisplay(ctx), isOpen);
}

const columns = {
  id: publications.id,
  title: publications.title,
  description: publications.description,
  audience: publications.audience,
  fileName: publications.fileName,
  mediaType: publications.mediaType,
  sizeBytes: publications.sizeBytes,
  fileAt: publications.fileAt,
  /** The structure or the activity that it is for. */
  place: sql<string | null>`coalesce(${activities.name} || ' – ' || place_of_activity.name, ${facilities.name})`,
};

const withPlace = ({ db }: Context) =>
  db
    .select(columns)
    .from(publications)
    .leftJoin(facilities, eq(facilities.id, publications.facilityId))
    .leftJoin(activities, eq(activities.id, publications.activityId))
    .leftJoin(sql`${facilities} place_of_activity`, sql`place_of_activity.id = ${activities.facilityId}`)
    .$dynamic();

const accountOf = ({ actor }: Context) => (actor.kind === "guardian" ? actor.accountId : null);

/** What the structure offers to a family, last put first; `isNew`: this person has not opened it since. */
export async function listPublications(ctx: Context, householdId: string) {
  authorize(ctx, "documents:read", { householdId });

  const rows = await withPlace(ctx)
    .where(seenBy(ctx, [householdId]))
    .orderBy(desc(publications.fileAt), desc(publications.id));
  const accountId = accountOf(ctx);
  const reads = accountId
    ? await ctx.db
        .select({ publicationId: publicationReads.publicationId, readAt: publicationReads.readAt })
        .from(publicationReads)
        .where(eq(publicationReads.accountId, accountId))
    : [];
  const readAt = new Map(reads.map((read) => [read.publicationId, read.readAt]));
  const isNew = (id: string, fileAt: Date) => accountId !== null && (readAt.get(id)?.getTime() ?? 0) < fileAt.getTime();
  return rows.map((row) => ({ ...row, isNew: isNew(row.id, row.fileAt) }));
}

/** How many of them this person has not opened yet. */
export async function countNewPublications(ctx: Context, householdId: string): Promise<number> {
  authorize(ctx, "documents:read", { householdId });

  const accountId = accountOf(ctx);
  if (!accountId) return 0;
  const [counted] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(publications)
    .leftJoin(
      publicationReads,
      and(eq(publicationReads.publicationId, publications.id), eq(publicationReads.accountId, accountId)),
    )
    .where(
      and(
        seenBy(ctx, [householdId]),
        or(isNull(publicationReads.readAt), sql`${publicationReads.readAt} < ${publications.fileAt}`),
      ),
    );
  return counted?.count ?? 0;
}

/** What anyone may read, on the public home page. */
export async function listPublicPublications(ctx: Context) {
  authorizeVisitor(ctx);

  return ctx.db
    .select({
      id: publications.id,
      title: publications.title,
      description: publications.description,
      mediaType: publications.mediaType,
      sizeBytes: publications.sizeBytes,
      fileAt: publications.fileAt,
    })
    .from(publications)
    .where(and(onDisplay(ctx), eq(publications.isPublic, true)))
    .orderBy(desc(publications.fileAt), asc(publications.title));
}

/** Everything published that is not withdrawn, whatever its dates, with how many people opened its present file. */
export async function listAllPublications(ctx: Context) {
  authorize(ctx, "publications:write");

  return ctx.db
    .select({
      ...columns,
      isPublic: publications.isPublic,
      fromOn: publications.fromOn,
      untilOn: publications.untilOn,
      readers: sql<number>`(
        select count(*)::int from publication_reads r
        where r.publication_id = ${publications.id} and r.read_at >= ${publications.fileAt}
      )`,
    })
    .from(publications)
    .leftJoin(facilities, eq(facilities.id, publications.facilityId))
    .leftJoin(activities, eq(activities.id, publications.activityId))
    .leftJoin(sql`${facilities} place_of_activity`, sql`place_of_activity.id = ${activities.facilityId}`)
    .where(isNull(publications.unpublishedAt))
    .orderBy(desc(publications.fileAt), desc(publications.id));
}

/** What a publication may be for. */
export async function listPlaces(ctx: Context) {
  authorize(ctx, "publications:write");

  const [places, offered] = await Promise.all([
    ctx.db.select({ id: facilities.id, name: facilities.name }).from(facilities).orderBy(asc(facilities.name)),
    ctx.db
      .select({ id: activities.id, name: sql<string>`${activities.name} || ' – ' || ${facilities.name}` })
      .from(activities)
      .innerJoin(facilities, eq(facilities.id, activities.facilityId))
      .orderBy(asc(facilities.name), asc(activities.position), asc(activities.name)),
  ]);
  return { facilities: places, activities: offered };
}
