import { expect, test } from "vitest";
import { answerThreadInput, MAX_BODY, MAX_FILES } from "@/lib/contact/input";

const answer = {
  threadId: "00000000-0000-4000-8000-000000000000",
  clientKey: "00000000-0000-4000-8000-000000000001",
  body: " Bonjour ",
};
const aFile = (size: number, name = "a.pdf") => new File([Buffer.alloc(size)], name);
const problemsOf = (values: object) =>
  Object.keys(answerThreadInput.safeParse({ ...answer, ...values }).error?.flatten().fieldErrors ?? {});

test.each([
  ["a file without a name", [aFile(0, "")]],
  ["a file that is called undefined", [aFile(0, "undefined")]],
  ["a text", [""]],
  ["nothing", []],
])("no file was chosen when the browser sends %s", (_, files) => {
  expect(answerThreadInput.parse({ ...answer, files })).toMatchObject({ body: "Bonjour", files: [] });
});

test("so many words, so many files, so many bytes", () => {
  expect(problemsOf({ body: "x".repeat(MAX_BODY), files: [aFile(10 * 1024 * 1024)] })).toEqual([]);
  expect(problemsOf({ body: "x".repeat(MAX_BODY + 1) })).toEqual(["body"]);
  expect(problemsOf({ body: "   " })).toEqual(["body"]);
  expect(problemsOf({ body: "a\0b" })).toEqual(["body"]);
  expect(problemsOf({ files: Array.from({ length: MAX_FILES + 1 }, () => aFile(1)) })).toEqual(["files"]);
  expect(problemsOf({ files: [aFile(6 * 1024 * 1024), aFile(6 * 1024 * 1024)] })).toEqual(["files"]);
  expect(problemsOf({ clientKey: "x", threadId: "y" })).toEqual(["threadId", "clientKey"]);
});
