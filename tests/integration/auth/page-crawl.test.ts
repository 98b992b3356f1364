import { readdirSync } from "node:fs";
import { expect, vi } from "vitest";
import { connect } from "@/db/client";
import { visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { openBrowser, redirection } from "./browser";
import { aTown, guardianOf, type Row, thingsOf } from "./crawled-town";
import { aSession } from "./people";

/**
 * Every page and every file of the portal that an address names by an id, drawn from the folder itself, asked for with
 * the ids of one family by that family, by another, and by a stranger.
 */

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

/** Named by a ticket of the one who holds it, or open to all: each has its own tests. */
const byTicket = /^app\/(\(public\)|demarrage|simulateurs|api\/(auth|agenda)|admin)\//;
/** What is an agent's, what is named by a word, and what this family has none of: its own tests open it. */
const ownersMayMiss = [
  "app/(famille)/ma-famille/enfants/[id]/garde/page.tsx",
  "app/(famille)/mon-compte/copie/[id]/route.ts",
  "app/(famille)/paiement/[id]/depart/page.tsx",
  "app/api/absences/[id]/justificatif/route.ts",
  "app/api/attestations/[nom]/route.ts",
  "app/api/attestations/lots/[id]/route.ts",
  "app/api/documents-adresses/[id]/route.ts",
  "app/api/exports/[nom]/route.ts",
  "app/api/feuilles/[slotId]/pdf/route.ts",
  "app/api/pieces-jointes/[id]/route.ts",
  "app/api/publications/[id]/route.ts",
  "app/api/regie/arretes/[id]/bordereau/route.ts",
  "app/paiement/retour/[id]/route.ts",
];

const places = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((name) => `app/${name}`)
  .filter((file) => /\[\w+\].*\/(page\.tsx|route\.ts)$/.test(file) && !byTicket.test(file));

type Props = { params: Promise<Row>; searchParams: Promise<Row> };
type Place = {
  default?: (props: Props) => Promise<unknown>;
  GET?: (request: Request, props: Props) => Promise<Response>;
};

/** "open" or "closed", whatever the reason: to who asks, it does not exist or is not theirs. */
async function ask(file: string, id: unknown): Promise<"open" | "closed"> {
  const { default: draw, GET } = (await import(`@/${file}`)) as Place;
  const name = file.match(/\[(\w+)\]/)?.[1] ?? "id";
  const props = { params: Promise.resolve({ [name]: String(id) }), searchParams: Promise.resolve({}) };
  if (draw) return (await redirection(draw(props))) === undefined ? "open" : "closed";
  const answer = await GET?.(new Request("http://localhost/"), props);
  return answer && answer.status < 300 ? "open" : "closed";
}

test("each page and file answers another family's ids like missing ones", async ({ templateUrl }) => {
  const connection = connect(await aTown(templateUrl));
  const shared = globalThis as { portailConnection?: typeof connection };
  shared.portailConnection = connection; // what `database()` answers, for pages that open their own context
  const ctx: Context = { actor: visitor, db: connection.db, now: new Date() };
  const [owner, other] = [await guardianOf(ctx, "parent@exemple.fr"), await guardianOf(ctx, "parent2@exemple.fr")];
  const ids = new Set((await thingsOf(ctx, owner.householdId)).map(({ id }) => id));
  const browser = openBrowser();
  const as = async (accountId: string | undefined) => {
    const value = accountId && (await aSession(ctx, accountId));
    if (value) browser.jar.set("portail-session", { value, options: {} });
    else browser.jar.delete("portail-session");
  };

  const openedBy = async (accountId: string | undefined, asked: [place: string, id: unknown][]) => {
    await as(accountId);
    const opened: typeof asked = [];
    for (const [place, id] of asked) if ((await ask(place, id)) === "open") opened.push([place, id]);
    return opened;
  };
  const opened = await openedBy(
    owner.accountId,
    places.flatMap((place) => [...ids].map((id): [string, unknown] => [place, id])),
  );
  const others = [await openedBy(other.accountId, opened), await openedBy(undefined, opened)];
  shared.portailConnection = undefined;
  await connection.client.end();

  expect(others.flat()).toEqual([]);
  const reached = new Set(opened.map(([place]) => place));
  expect(places.filter((place) => !reached.has(place) && !ownersMayMiss.includes(place))).toEqual([]);
}, 400_000);
