import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { throttles } from "@/db/schema";
import { answerThread } from "@/lib/contact/answer-thread";
import { openThread } from "@/lib/contact/open-thread";
import type { Context } from "@/lib/core/context";
import { deliverDocument } from "@/lib/documents/deliveries/deliver-document";
import { listStorageKeys } from "@/lib/documents/files/file-storage";
import { MAX_FILE_BYTES } from "@/lib/documents/input";
import { publishDocument } from "@/lib/documents/publications/publish-document";
import { replacePublication } from "@/lib/documents/publications/replace-publication";
import { storeDocument } from "@/lib/documents/store-document";
import { addPickupPerson } from "@/lib/families/pickup/add-pickup-person";
import { changeLogo } from "@/lib/organization/change-logo";
import { sendProof } from "@/lib/reservations/absences/send-proof";
import { anAbsence } from "../support/absences";
import { codeOf } from "../support/code-of";
import { test } from "../support/database";
import { aBombPng, anObjectStream, aPdf, aPhoto, aPng } from "../support/files";
import { anAgent, open } from "./contact/exchanges";
import { publish } from "./documents/publications/publications";

/**
 * Every place that takes a file, each with every file that is not what it claims to be: it is refused with its sentence,
 * and neither a row nor a byte of it stays. Lists of families have their own tests.
 */

type Sent = { fileName: string; bytes: Uint8Array };
type Place = (file: Sent) => Promise<unknown>;

/** By the verb that takes the file. */
async function allPlaces(ctx: Context): Promise<Record<string, Place>> {
  const { guardian, household, child, absenceId } = await anAbsence(ctx);
  const householdId = household.id;
  const [agent, admin] = [await anAgent(ctx), await anAgent(ctx, "admin")];
  const threadId = await open(guardian, householdId);
  const publicationId = await publish(ctx);
  const said = { body: "Voici.", clientKey: randomUUID() };
  return {
    "contact/answer-thread": (file) => answerThread(guardian, { threadId, ...said, files: [file] }),
    "contact/open-thread": (file) =>
      openThread(guardian, { householdId, subject: "other", ...said, clientKey: randomUUID(), files: [file] }),
    "documents/deliveries/deliver-document": (file) =>
      deliverDocument(agent, { title: "Courrier", householdIds: [householdId], clientKey: randomUUID(), ...file }),
    "documents/publications/publish-document": (file) =>
      publishDocument(agent, { title: "Menu", audience: "everyone", fromOn: "2026-09-01", ...file }),
    "documents/publications/replace-publication": (file) => replacePublication(agent, { publicationId, ...file }),
    "documents/store-document": (file) => storeDocument(guardian, { householdId, kind: "other", ...file }),
    "families/pickup/add-pickup-person": ({ fileName, bytes }) =>
      addPickupPerson(guardian, {
        ...{ childId: child.id, firstName: "Odile", lastName: "Martin", phone: "", relation: "grandparent", rank: 1 },
        kind: "forbidden",
        judgment: new File([new Uint8Array(bytes)], fileName),
      }),
    "organization/change-logo": ({ bytes }) => changeLogo(admin, bytes),
    "reservations/absences/send-proof": (file) => sendProof(guardian, { householdId, absenceId, ...file }),
  };
}

const noise = async () => (await aPhoto(600, 400)).subarray(0, 300);
const badFiles: [what: string, fileName: string, bytes: () => Buffer | Promise<Buffer>, code: string][] = [
  ["nothing", "vide.pdf", () => Buffer.alloc(0), "file_empty"],
  ["10 MB and one byte", "gros.pdf", () => Buffer.alloc(MAX_FILE_BYTES + 1), "file_too_large"],
  ["a page", "photo.jpg", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "file_type_refused"],
  ["a drawing that can hold scripts", "logo.png", () => Buffer.from("<svg onload='x()'/>"), "file_type_refused"],
  ["a program", "facture.pdf", () => Buffer.from("MZ\u0090\u0000 this is a program"), "file_type_refused"],
  ["an archive", "photo.heic", () => Buffer.from("PK\u0003\u0004 an archive"), "file_type_refused"],
  ["an animation", "photo.png", () => Buffer.from("GIF89a\u0001\u0000\u0001\u0000"), "file_type_refused"],
  ["a billion pixels", "petit.png", aBombPng, "image_too_large"],
  ["a photograph cut in the middle", "photo.jpg", noise, "file_damaged"],
];
const badPdfs: typeof badFiles = [
  ["a script", "a.pdf", () => aPdf({ catalog: "/OpenAction << /S /JavaScript /JS (x) >>" }), "pdf_active"],
  ["another file in it", "a.pdf", () => aPdf({ catalog: "/Names << /EmbeddedFiles 9 0 R >>" }), "pdf_active"],
  ["a script packed", "a.pdf", () => aPdf({ objects: [anObjectStream("7 0 << /S /JavaScript >>")] }), "pdf_active"],
  ["a password", "a.pdf", () => aPdf({ trailer: "/Encrypt 9 0 R" }), "pdf_locked"],
  ["31 pages", "a.pdf", () => aPdf({ pages: 31 }), "pdf_too_long"],
  ["an archive behind its end", "a.pdf", () => aPdf({ behind: "PK\u0003\u0004 an archive" }), "file_damaged"],
  ["an end that was not sent", "a.pdf", () => aPdf().subarray(0, 300), "file_damaged"],
];

const rowsOf = async ({ db }: Context) =>
  db.execute(sql`select (select count(*) from documents) as documents, (select count(*) from publications) as publications,
    (select count(*) from deliveries) as deliveries, (select count(*) from contact_messages) as messages,
    (select count(*) from contact_attachments) as attachments, (select logo_key from organization) as logo,
    (select count(*) from audit_events) as events`);

test("what is not what it claims to be is refused wherever it is sent, and leaves nothing", async ({ ctx }) => {
  const places = await allPlaces(ctx);
  const before = { rows: await rowsOf(ctx), files: (await listStorageKeys()).length };
  const wrong: string[] = [];
  for (const [verb, send] of Object.entries(places)) {
    const isImageOnly = verb === "organization/change-logo";
    for (const [what, fileName, make, code] of [...badFiles, ...badPdfs]) {
      const expected = isImageOnly && badPdfs.some(([pdf]) => pdf === what) ? "file_type_refused" : code;
      await ctx.db.delete(throttles); // a family that sends so many is told to wait
      const got = await codeOf(send({ fileName, bytes: await make() }));
      if (got !== expected) wrong.push(`${verb}, ${what}: ${got} instead of ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
  expect({ rows: await rowsOf(ctx), files: (await listStorageKeys()).length }).toEqual(before);
});

test("and no other verb takes a file", async ({ ctx }) => {
  const takers = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter(
      (file) => file.endsWith(".ts") && /\bkeepFiles\(|\bstoreDocument\(/.test(readFileSync(`lib/${file}`, "utf8")),
    )
    .filter((file) => !/^documents\/(files|actions)/.test(file))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(takers.sort()).toEqual(Object.keys(await allPlaces(ctx)).sort());
});

const names: [sent: string, kept: RegExp][] = [
  ["../../../etc/passwd", /^passwd\.png$/],
  ["C:\\Users\\x\\photo.png", /^photo\.png$/],
  ["facture\u202egnp.exe", /^facturegnp\.png$/],
  ["a\u0000b\r\nSet-Cookie: x=1.png", /^abSet-Cookie x=1\.png$/],
  ["<img src=x onerror=alert(1)>.png", /^img src=x onerror=alert\(1\)\.png$/],
  ["x".repeat(500), /^x{80}\.png$/],
  ["", /^document\.png$/],
];

test("a name is kept for what it says, and never as more than a name", async ({ ctx }) => {
  const { "documents/store-document": send = () => Promise.reject() } = await allPlaces(ctx);
  for (const [index, [fileName]] of names.entries()) await send({ fileName, bytes: await aPng(20 + index) });
  const rows = await ctx.db.execute<{ name: string }>(
    sql`select file_name as name from documents order by created_at, size_bytes`,
  );
  for (const [, kept] of names) expect(rows.map(({ name }) => name)).toContainEqual(expect.stringMatching(kept));
  expect(rows).toHaveLength(names.length);
});

test("two files of one name are two files", async ({ ctx }) => {
  const { "documents/store-document": send = () => Promise.reject() } = await allPlaces(ctx);
  await send({ fileName: "page.png", bytes: await aPng(20) });
  await send({ fileName: "page.png", bytes: await aPng(21) });
  const [kept] = await ctx.db.execute(sql`select count(distinct storage_key)::int as files from documents`);
  expect(kept).toEqual({ files: 2 });
});
