import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { listCannedAnswers } from "@/lib/contact/canned-answers/queries";
import { saveCannedAnswer } from "@/lib/contact/canned-answers/save-canned-answer";
import { test } from "../../../support/database";
import { people } from "../exchanges";

test("is written, rewritten, and has a title of its own", async ({ ctx }) => {
  const { agent, guardian } = await people(ctx);
  await saveCannedAnswer(agent, { id: "", title: "Annulation", body: "Vous pouvez annuler en ligne." });
  const [answer] = await listCannedAnswers(agent);
  await saveCannedAnswer(agent, { id: answer?.id ?? "", title: "Annuler", body: "Jusqu’à la veille." });
  expect(await listCannedAnswers(agent)).toEqual([{ id: answer?.id, title: "Annuler", body: "Jusqu’à la veille." }]);

  const twin = saveCannedAnswer(agent, { id: "", title: "Annuler", body: "x" });
  await expect(twin).rejects.toMatchObject({ code: "title_taken", details: { fields: { title: expect.any(Array) } } });
  const unknown = saveCannedAnswer(agent, { id: randomUUID(), title: "y", body: "x" });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  const byFamily = saveCannedAnswer(guardian, { id: "", title: "z", body: "x" });
  await expect(byFamily).rejects.toMatchObject({ code: "forbidden" });
});
