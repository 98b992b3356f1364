import { expect } from "vitest";
import { listCannedAnswers } from "@/lib/contact/canned-answers/queries";
import { removeCannedAnswer } from "@/lib/contact/canned-answers/remove-canned-answer";
import { saveCannedAnswer } from "@/lib/contact/canned-answers/save-canned-answer";
import { test } from "../../../support/database";
import { people } from "../exchanges";

test("is removed once, by an agent", async ({ ctx }) => {
  const { agent, guardian } = await people(ctx);
  await saveCannedAnswer(agent, { id: "", title: "Annulation", body: "Vous pouvez annuler en ligne." });
  const [answer] = await listCannedAnswers(agent);
  const id = answer?.id ?? "";
  await expect(removeCannedAnswer(guardian, { id })).rejects.toMatchObject({ code: "forbidden" });
  await removeCannedAnswer(agent, { id });
  expect(await listCannedAnswers(agent)).toEqual([]);
  await expect(removeCannedAnswer(agent, { id })).rejects.toMatchObject({ code: "not_found" });
});
