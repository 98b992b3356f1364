import { expect } from "vitest";
import { listAllPublications } from "@/lib/documents/publications/queries";
import { readPublication } from "@/lib/documents/publications/read-publication";
import { unpublishDocument } from "@/lib/documents/publications/unpublish-document";
import { test } from "../../../support/database";
import { aFamily, asAgent } from "../people";
import { publish } from "./publications";

test("nobody finds it any more, and it is withdrawn once", async ({ ctx }) => {
  const { guardian } = await aFamily(ctx);
  const publicationId = await publish(ctx);
  await expect(unpublishDocument(guardian, { publicationId })).rejects.toMatchObject({ code: "forbidden" });
  const agent = asAgent(ctx, "family_officer");
  await unpublishDocument(agent, { publicationId });
  await expect(readPublication(guardian, publicationId)).rejects.toMatchObject({ code: "not_found" });
  expect(await listAllPublications(agent)).toEqual([]);
  await expect(unpublishDocument(agent, { publicationId })).rejects.toMatchObject({ code: "not_found" });
});
