import { expect } from "vitest";
import { households } from "@/db/schema";
import { runImport } from "@/lib/accounts/imports/run-import";
import { requestUndo, startImport } from "@/lib/accounts/imports/start-import";
import type { Context } from "@/lib/core/context";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { eventTypes } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { aDesk, aDoneImport, aList, anUpload, aTriedImport, lea, stateOf } from "./files";

test("two agents at the same moment start it once", async ({ committed: ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, aList(lea));
  const codes = await Promise.all([1, 2].map(() => codeOf(startImport(desk.agent, { importId }))));
  expect(codes.sort()).toEqual(["already_decided", "done"]);
  expect((await eventTypes(ctx)).filter((type) => type === "import.started")).toHaveLength(1);
});

test("starts what was tried, undoes what was done, for who may", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const untried = await anUpload(desk.agent, aList(lea));
  expect(await codeOf(startImport(desk.agent, { importId: untried }))).toBe("already_decided");
  expect(await codeOf(requestUndo(desk.agent, { importId: untried }))).toBe("already_decided");
  const auditor = await anOfficer(ctx, "auditor", "elu@exemple.fr");
  expect(await codeOf(startImport(auditor, { importId: untried }))).toBe("forbidden");
  expect(await codeOf(requestUndo(auditor, { importId: untried }))).toBe("forbidden");
  const done = await aDoneImport(desk, aList(lea));
  expect(await codeOf(requestUndo(desk.agent, { importId: done }))).toBe("done");
});

/** The same portal, whose machine dies after so many transactions. */
function dyingAfter(ctx: Context, transactions: number): Context {
  let left = transactions;
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "transaction") return Reflect.get(target, name, receiver);
      return (work: Parameters<Context["db"]["transaction"]>[0]) => {
        left -= 1;
        if (left < 0) throw new Error("killed");
        return target.transaction(work);
      };
    },
  });
  return { ...ctx, db };
}

test("killed anywhere and run again, it goes on without a double", async ({ committed: ctx }) => {
  const desk = await aDesk(ctx);
  const many = Array.from({ length: 12 }, (_, index) =>
    lea
      .replaceAll("Durand", `Durand ${"abcd"[index % 4]}${"abc"[index % 3]}`)
      .replaceAll("camille", `c${index}`)
      .replace("06 12 34 56 78", ""),
  );
  const importId = await aTriedImport(desk, aList(...many));
  await startImport(desk.agent, { importId });
  for (const transactions of [1, 3, 5]) {
    await expect(runImport(dyingAfter(desk.portal, transactions), { importId })).rejects.toThrow("killed");
  }
  await runImport(desk.portal, { importId });
  expect(await ctx.db.select().from(households)).toHaveLength(12);
  expect(await stateOf(ctx)).toMatchObject({ status: "done", processed: 12 });
});
