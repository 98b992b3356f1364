import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { visitor } from "@/lib/core/actor";
import { startJourneys } from "../support/journey";
import { type Address, everyAddress, type Opener, openSessions } from "../support/page-addresses";
import {
  axeFaults,
  desk,
  firstTabFaults,
  keyboardFaults,
  outlineFaults,
  printFaults,
  sidewaysFaults,
  turnIntoPhoneAtNight,
} from "../support/page-checks";

const journeys = startJourneys();
const TABS = 3;
/** What an organisation or a family puts on paper. */
const printed = /\/(planning|pointage|factures|attestations|reservations)\b/;
/** What takes one to the bank at once would not wait to be looked at. */
const leaves = "app/(famille)/paiement/[id]/depart/page.tsx";

test("every page is whole: drawn, readable, on a phone as on a desk, in both themes, with the keyboard", async () => {
  const { client, db } = connect(journeys.portal().databaseUrl, { max: 1 });
  const ctx = { actor: visitor, db, now: new Date() };
  const addresses = await everyAddress(ctx);
  const sessions = await openSessions(ctx);
  await client.end();
  expect(addresses.filter(({ path }) => /\[|missing/.test(path)).map(({ page }) => page)).toEqual([]);

  const contexts = new Map<Opener, Promise<BrowserContext>>();
  const contextOf = (opener: Opener) => {
    const context = contexts.get(opener) ?? openContext(sessions.find((session) => session.opener === opener)?.token);
    contexts.set(opener, context);
    return context;
  };
  const faults: Record<string, string[]> = {};
  const waiting = [...addresses];
  const visitInTurn = async () => {
    const pages = new Map<Opener, Page>();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const page = pages.get(next.opener) ?? (await (await contextOf(next.opener)).newPage());
      pages.set(next.opener, page);
      const found = await faultsOf(next, page).catch((error: Error) => [error.message]);
      if (found.length > 0) faults[`${next.page} ${next.path}`] = found;
    }
  };
  await Promise.all(Array.from({ length: TABS }, visitInTurn));
  expect(faults).toEqual({});
}, 420_000);

/** A browser profile for each person: what one page has fetched serves the others. */
async function openContext(token: string | undefined): Promise<BrowserContext> {
  const context = await journeys.browse();
  const { url } = journeys.portal();
  if (token) await context.addCookies([{ name: "portail-session", value: token, url }]);
  return context;
}

async function faultsOf({ page: file, path }: Address, page: Page): Promise<string[]> {
  const heard = listen(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desk);
  if (file === leaves) await page.route("**/simulateurs/**", (route) => route.fulfill({ status: 204 }));
  const answer = await page.goto(path, { waitUntil: file === leaves ? "domcontentloaded" : "load" });
  const faults = answer?.status() === 200 ? [] : [`status ${answer?.status()}`];
  if (page.url() !== new URL(path, page.url()).href) faults.push(`leads to ${page.url()}`);
  faults.push(...(await outlineFaults(page)), ...(await firstTabFaults(page)), ...(await keyboardFaults(page)));
  for (const fault of await axeFaults(page)) faults.push(`light, on a desk: ${fault}`);

  if (printed.test(path)) faults.push(...(await printFaults(page)));
  await turnIntoPhoneAtNight(page);
  faults.push(...(await sidewaysFaults(page)));
  for (const fault of await axeFaults(page, { onlyLooks: true })) faults.push(`dark, on a phone: ${fault}`);
  await page.unrouteAll();
  page.removeAllListeners();
  return [...faults, ...heard];
}

/** What goes wrong behind the page, and whoever else is asked. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  const { origin } = new URL(journeys.portal().url);
  page.on("console", (message) => message.type() === "error" && heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      heard.push(`asks ${request.url()}`);
  });
  page.on("response", (response) => response.status() >= 400 && heard.push(`${response.status()} ${response.url()}`));
  return heard;
}
