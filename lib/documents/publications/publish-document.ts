import { eq } from "drizzle-orm";
import { activities, facilities, publications } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { keepFiles } from "../files/keep-file";
import type { PublishDocumentInput } from "./input";

type Publication = Omit<PublishDocumentInput, "file"> & { fileName: string; bytes: Uint8Array };

/** Puts a document at the disposal of everyone, of a structure's families or of an activity's, from one date to another. */
export async function publishDocument(ctx: Context, publication: Publication): Promise<{ publicationId: string }> {
  authorize(ctx, "publications:write");
  const { title, description, audience, fromOn, untilOn, isPublic, announce } = publication;
  const place = await findPlace(ctx, publication);

  return keepFiles(ctx, [publication], async (ctx, [file]) => {
    if (!file) throw new DomainError("file_missing");
    const [published] = await ctx.db
      .insert(publications)
      .values({
        ...file,
        ...place,
        title,
        description: description || null,
        audience,
        isPublic: audience === "everyone" && isPublic === "on",
        fromOn,
        untilOn: untilOn || null,
        fileAt: ctx.now,
        createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        createdAt: ctx.now,
      })
      .returning({ id: publications.id });
    if (!published) throw new Error("The publication was not written");
    const publicationId = published.id;
    await recordEvent(ctx, { type: "publication.published", subjectId: publicationId, data: { title, audience } });
    const runAt = fromOn > dateOf(ctx.now) ? instantOf(fromOn, "08:00") : undefined;
    if (announce === "on") await enqueue(ctx, "announce-publication", { publicationId }, { runAt });
    return { value: { publicationId }, isKept: true };
  });
}

async function findPlace({ db }: Context, { audience, facilityId, activityId }: Publication) {
  if (audience === "everyone") return {};
  const [facility] =
    audience === "facility" && facilityId
      ? await db.select({ facilityId: facilities.id }).from(facilities).where(eq(facilities.id, facilityId))
      : [];
  const [activity] =
    audience === "activity" && activityId
      ? await db.select({ activityId: activities.id }).from(activities).where(eq(activities.id, activityId))
      : [];
  const place = facility ?? activity;
  if (!place) throw new DomainError("not_found");
  return place;
}
