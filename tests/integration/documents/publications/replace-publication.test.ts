import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, publications } from "@/db/schema";
import { countNewPublications } from "@/lib/documents/publications/queries";
import { readPublication } from "@/lib/documents/publications/read-publication";
import { replacePublication } from "@/lib/documents/publications/replace-publication";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { aPdf } from "../../../support/files";
import { aFamily, asAgent } from "../people";
import { publish } from "./publications";

test("the new file takes the place of the former one, and is new for whoever had read that", async ({ ctx }) => {
  const { guardian, household } = await aFamily(ctx);
  const id = await publish(ctx);
  await readPublication(guardian, id);

  const bytes = aPdf({ pages: 2 });
  await replacePublication(later(asAgent(ctx, "admin"), 5), { publicationId: id, fileName: "menu-2.pdf", bytes });
  expect(await countNewPublications(guardian, household.id)).toBe(1);
  expect(Buffer.from((await readPublication(guardian, id)).bytes).equals(bytes)).toBe(true);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "publication.replaced"));
  expect(events).toHaveLength(1);
});

test("a disguised file changes nothing, nor does anyone who may not publish", async ({ ctx }) => {
  const { guardian } = await aFamily(ctx);
  const id = await publish(ctx);
  const [before] = await ctx.db.select().from(publications);
  const disguised = { publicationId: id, fileName: "menu.pdf", bytes: Buffer.from("MZ\u0090 un programme") };
  await expect(replacePublication(asAgent(ctx, "admin"), disguised)).rejects.toMatchObject({
    code: "file_type_refused",
  });
  const honest = { ...disguised, bytes: aPdf() };
  await expect(replacePublication(guardian, honest)).rejects.toMatchObject({ code: "forbidden" });
  expect((await ctx.db.select().from(publications))[0]).toEqual(before);
});
