import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchBrowser } from "./browser";
import { seriousAxeFaults } from "./page-checks";
import { type Portal, startPortal } from "./portal";

export const PASSWORD = "Portail-Famille-2026";

export type Journey = {
  portal: () => Portal;
  /** A new browser profile. */
  browse: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A new browser profile; whatever its console says in error fails the test that closes it. */
  visit: (options?: BrowserContextOptions) => Promise<Visitor>;
};

export type Visitor = { page: Page; leave: () => Promise<void> };

/** The portal and the browser of a file of journeys, started once. */
export function startJourneys(options: { isEmpty?: boolean } = {}): Journey {
  let portal: Portal | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal(options), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const started = () => {
    if (!portal) throw new Error("the portal has not started");
    return portal;
  };
  async function browse(options?: BrowserContextOptions): Promise<BrowserContext> {
    if (!browser) throw new Error("the browser has not started");
    return browser.newContext({
      baseURL: started().url,
      locale: "fr-FR",
      timezoneId: "Europe/Paris",
      viewport: { width: 1280, height: 900 },
      // What is still fading in would be read by axe as too pale.
      reducedMotion: "reduce",
      ...options,
    });
  }
  return {
    portal: started,
    browse,
    async visit(options) {
      const context = await browse(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      return {
        page,
        async leave() {
          await context.close();
          expect(complaints).toEqual([]);
        },
      };
    },
  };
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/(accueil|admin)$/);
}

/** What a person with a disability could not do here: nothing serious, nothing critical. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousAxeFaults(page)).toEqual([]);
}

/** Nothing sticks out sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
}

/** React has taken over what the page shows: a click or a key that comes before is lost. */
const alive = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector("main button") ?? {}).some((key) => key.startsWith("__reactProps")),
  );

/** Free cells of a child's slot, in the first month that has at least as many; the grid is left on that month. */
export async function findFreeCells(page: Page, child: string, slot: string, count: number): Promise<string[]> {
  await page.goto("/reservations");
  for (let month = 0; month < 5; month += 1) {
    const cells = page.getByRole("button", { name: new RegExp(`^${child}, .*, ${slot}, libre$`) });
    const names = await cells.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute("aria-label") ?? ""),
    );
    if (names.length >= count) {
      await alive(page);
      return names.slice(0, count);
    }
    await page.goto((await page.getByRole("link", { name: /^Mois suivant/ }).getAttribute("href")) ?? "");
  }
  throw new Error(`no month has ${count} free cells of ${slot} for ${child}`);
}

/** The same cell in another state. */
export const inState = (name: string, state: string): string => name.replace(/, [^,]*$/, `, ${state}`);

/** What the grid shows at once has also been saved. */
export const settled = (page: Page) => page.locator(".month-grid:not([data-busy])").waitFor();

export const requestCells = async (page: Page, names: string[]): Promise<void> => {
  for (const name of names) await page.getByRole("button", { name, exact: true }).click();
  for (const name of names) {
    await page.getByRole("button", { name: inState(name, "demande en attente de paiement"), exact: true }).waitFor();
  }
  await settled(page);
};
