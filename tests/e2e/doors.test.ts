import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashToken, newToken } from "@/lib/auth/token";
import { bookingOf, wishesFor } from "../bench/bookings";
import { openActivity, signEveryoneIn } from "../bench/town";
import { type Portal, startPortal } from "../support/portal";

/** The portal as programs meet it, without a browser: every address of it, and many bookings at once. */

let portal: Portal;
let sql: postgres.Sql;
beforeAll(async () => {
  portal = await startPortal();
  sql = postgres(portal.databaseUrl, { max: 3, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  await portal?.stop();
});

/** The family whose doors are tried, and what its pages say of it. */
const MARKS = /Rousseau|Nahel|Sohan/;
const VICTIM = "parent@exemple.fr";

async function sessionOf(email: string): Promise<string> {
  const token = newToken();
  const [session] = await sql`
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
    select ${hashToken(token)}, id, now(), now(), now() + interval '1 hour' from accounts where email = ${email} returning 1`;
  if (!session) throw new Error(`nobody is ${email}`);
  return token;
}

/** One thing of the family, by the word of the address before its id; what it has none of, nobody has. */
async function idsByWord(): Promise<Record<string, string>> {
  const [family] = await sql<Record<string, string | null>[]>`
    with own as (
      select m.household_id as id, m.person_id as adult from accounts a join household_members m on m.person_id = a.person_id
      where a.email = ${VICTIM}
    ) select own.id as familles, own.adult as comptes,
      (select person_id from household_members m where m.household_id = own.id and role = 'child' order by rank limit 1) as enfants,
      (select id from contact_threads t where t.household_id = own.id limit 1) as contact,
      (select id from invoices i where i.household_id = own.id limit 1) as factures,
      (select id from payments p where p.household_id = own.id limit 1) as paiement,
      (select id from receipts r where r.household_id = own.id limit 1) as recus,
      (select id from documents d where d.household_id = own.id limit 1) as documents,
      (select id from absences a where a.household_id = own.id limit 1) as absences,
      (select delivery_id from delivery_recipients d where d.household_id = own.id limit 1) as "documents-adresses",
      (select a.id from contact_attachments a join contact_messages m on m.id = a.message_id
        join contact_threads t on t.id = m.thread_id where t.household_id = own.id limit 1) as "pieces-jointes"
    from own`;
  return Object.fromEntries(Object.entries(family ?? {}).flatMap(([word, id]) => (id ? [[word, id]] : [])));
}

/** Every page and every route, drawn from the folder itself. */
async function allAddresses(): Promise<string[]> {
  const ids = await idsByWord();
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("simulateurs"))
    .map((file) => {
      const words = file
        .split("/")
        .slice(0, -1)
        .filter((word) => !word.startsWith("("));
      const known = words.map((word, index) => {
        if (!word.startsWith("[")) return word;
        return ids[words[index - 1] ?? ""] ?? ids[words[index - 2] ?? ""] ?? randomUUID();
      });
      return `/${known.join("/")}`;
    });
}

type Asked = { token?: string; headers?: Record<string, string>; method?: string };

async function ask(address: string, { token, headers, method = "GET" }: Asked = {}) {
  const init = {
    method,
    redirect: "manual",
    headers: { ...headers, ...(token && { cookie: `portail-session=${token}` }) },
  } as const;
  const first = await fetch(portal.url + address, init);
  const again = first.headers.get("location");
  // What the browser's router adds to the addresses that it asks for.
  const answer = again?.includes("_rsc") ? await fetch(new URL(again, portal.url), init) : first;
  return { status: answer.status, text: await answer.text() };
}

const inTurn = async <T>(items: T[], visit: (item: T) => Promise<void>): Promise<void> => {
  const waiting = [...items];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await visit(item);
  };
  await Promise.all([one(), one(), one(), one()]);
};

/** The ways in which a page is asked for. */
const ways: Record<string, Asked> = {
  "its HTML": {},
  "its payload": { headers: { RSC: "1" } },
  "a prefetch": { headers: { RSC: "1", "Next-Router-Prefetch": "1" } },
  "a segment": { headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" } },
  "its headers": { method: "HEAD" },
};

test("no address tells anything of a family to a stranger, to another family, or to an agent without the right", async () => {
  const [addresses, ids] = [await allAddresses(), Object.values(await idsByWord())];
  const owner = await sessionOf(VICTIM);
  await sql`insert into accounts (email, display_name, role, created_at) values ('anim@exemple.fr', 'Anim', 'animator', now())`;
  const isStaffs = (address: string) => /^\/(admin|api)\b/.test(address);
  const isNamed = (address: string) => ids.some((id) => address.includes(id));
  const others: [who: string, token: string | undefined, tries: (address: string) => boolean][] = [
    ["a stranger", undefined, () => true],
    ["another family", await sessionOf("parent2@exemple.fr"), isNamed],
    // Who points children in reads their names there.
    [
      "an animator",
      await sessionOf("anim@exemple.fr"),
      (address) => isStaffs(address) && !/planning|pointage/.test(address),
    ],
  ];
  const mine: Record<string, number> = {};
  const told: string[] = [];
  await inTurn(addresses, async (address) => {
    for (const [way, asked] of Object.entries(ways)) {
      const isMain = way === "its HTML" || way === "its payload";
      if (!isStaffs(address) && isMain) {
        if (MARKS.test((await ask(address, { ...asked, token: owner })).text)) mine[way] = (mine[way] ?? 0) + 1;
      }
      for (const [who, token, tries] of others) {
        if (!tries(address) || !(isMain || isNamed(address))) continue;
        const { status, text } = await ask(address, { ...asked, ...(token && { token }) });
        if (status >= 500 || MARKS.test(text)) told.push(`${address} to ${who} by ${way}: ${status}`);
      }
    }
  });
  expect(told).toEqual([]);
  expect(mine["its HTML"]).toBeGreaterThan(10); // what is looked for can be found
  expect(mine["its payload"]).toBeGreaterThan(5);
});

/** What nobody types, under every name that a page reads. */
const nonsense = new URLSearchParams(
  [
    ...[
      "q",
      "page",
      "mois",
      "jour",
      "du",
      "au",
      "enfant",
      "activite",
      "famille",
      "regie",
      "creneau",
      "annee",
      "onglet",
    ],
    ...["etat", "vue", "semaine", "date", "structure", "facture", "de", "pour", "motif", "retour", "demande", "foyer"],
  ].flatMap((name) => [
    [name, "9999-12-31"],
    [name, "'\"<\u202e💩"],
  ]),
);

test("no address breaks, whatever stands behind its question mark", async () => {
  const [owner, admin, cashier] = [VICTIM, "admin@exemple.fr", "regie@exemple.fr"].map(sessionOf);
  const broken: string[] = [];
  await inTurn(await allAddresses(), async (address) => {
    const isMoneys =
      /^\/(admin\/(regie|facturation|familles\/.*attestations)|api\/(exports|factures|recus|regie))/.test(address);
    const token = await (isMoneys ? cashier : /^\/(admin|api)/.test(address) ? admin : owner);
    for (const query of [
      `${nonsense}`,
      "mois=9999-12&jour=9999-12-31&du=9999-12-31&au=9999-12-31&annee=9999&page=100000",
    ]) {
      const { status } = await ask(`${address}?${query}`, { ...(token && { token }) });
      if (status >= 500) broken.push(`${address}?${query}: ${status}`);
    }
  });
  expect(broken).toEqual([]);
  expect((await ask("/?q=%00")).status).toBe(400);
});

test("nothing is changed by a form of another site, whoever is signed in", async () => {
  const token = await sessionOf(VICTIM);
  const elsewhere = {
    origin: "https://ailleurs.exemple",
    "sec-fetch-site": "cross-site",
    "content-type": "text/plain",
  };
  const through: string[] = [];
  await inTurn(await allAddresses(), async (address) => {
    if (/^\/(api\/paiements|paiement\/retour)/.test(address)) return; // the banks', who have no session
    for (const headers of [elsewhere, { ...elsewhere, "next-action": "7f" }]) {
      const { status } = await ask(address, { token, method: "POST", headers });
      if (status !== 403) through.push(`${address}: ${status}`);
    }
  });
  expect(through).toEqual([]);
});

test("fifty families want the last place at the same moment: one has it, the others are told that it is full", async () => {
  const families = (await signEveryoneIn({ sql })).filter(({ children }) => children.length > 0).slice(0, 50);
  const { slotIds, dates } = await openActivity({ sql }, { slots: 1, days: 1, capacity: 1 });
  const wishes = wishesFor(
    families.map((family) => ({ ...family, children: family.children.slice(0, 1) })),
    slotIds[0] ?? 0,
    dates,
  );
  const book = bookingOf(portal);
  const answers = await Promise.all(wishes.map(({ cookie, input }) => book(cookie, input)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const [taken] = await sql`
    select taken, (select count(*)::int from reservations r where r.occurrence_id = o.id) as held
    from slot_occurrences o where slot_id = ${slotIds[0] ?? 0}`;
  expect(taken).toEqual({ taken: 1, held: 1 });
});

test("the server is killed in the middle of bookings: what it had acknowledged is there, and what is there can be asked again", async () => {
  const families = (await signEveryoneIn({ sql })).filter(({ children }) => children.length > 0);
  const { slotIds, dates } = await openActivity({ sql }, { slots: 1, days: 1, capacity: 5000 });
  const [slotId = 0] = slotIds;
  const wishes = wishesFor(families, slotId, dates);
  const book = bookingOf(portal);
  const acknowledged: string[] = [];
  let killing: Promise<void> | undefined;
  await inTurn(wishes, async ({ cookie, input }) => {
    const answer = await book(cookie, input).catch(() => undefined); // nobody knows what became of it
    if (answer?.ok) acknowledged.push(input.cells[0]?.childId ?? "");
    if (acknowledged.length >= 40) killing ??= portal.kill9Server();
  });
  await killing;
  await portal.restartServer();

  const held = await sql<{ child: string }[]>`
    select child_id as child from reservations r join slot_occurrences o on o.id = r.occurrence_id where o.slot_id = ${slotId}`;
  const children = held.map(({ child }) => child);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(acknowledged.filter((child) => !children.includes(child))).toEqual([]);
  expect(new Set(children).size).toBe(children.length);
  const [counter] = await sql`select taken from slot_occurrences where slot_id = ${slotId}`;
  expect(counter).toEqual({ taken: children.length });

  const unanswered = wishes.find(({ input }) => !acknowledged.includes(input.cells[0]?.childId ?? ""));
  const again = unanswered && (await book(unanswered.cookie, unanswered.input));
  expect(again?.ok || again?.error.code === "already_booked" || again?.error.code === "requests_refused").toBe(true);
});
