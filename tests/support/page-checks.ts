import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What another theme and another width can change. */
const looks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "region"];

type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };

/** What axe finds in every rule of WCAG 2.2 AA and of good practice, or only in how the page looks. */
export async function axeFaults(page: Page, { onlyLooks = false } = {}): Promise<string[]> {
  const runOnly = onlyLooks ? { type: "rule", values: looks } : { type: "tag", values: standards };
  return (await violationsOf(page, { runOnly })).map(described);
}

/** What a person with a disability could not do here: serious or critical. */
export async function seriousAxeFaults(page: Page): Promise<string[]> {
  const violations = await violationsOf(page, {});
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(described);
}

async function violationsOf(page: Page, options: object): Promise<Violation[]> {
  // From one page to the next, Next writes the title a moment after the words.
  await page.waitForFunction(() => document.title !== "");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const run = JSON.stringify({ preload: false, resultTypes: ["violations"], ...options });
  return page.evaluate<Violation[]>(`axe.run(document, ${run}).then(({ violations }) => violations)`);
}

const described = ({ id, nodes }: Violation) =>
  `axe ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 300)} ${nodes[0]?.failureSummary}`;

export const desk = { width: 1280, height: 900 };
/** As low as a page is at 400 %: no bar stays in sight there, under which axe would find things too small. */
const phone = { width: 320, height: 460 };

/** The same page at night and on a phone, once it is drawn so. */
export async function turnIntoPhoneAtNight(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(phone);
  await page.waitForFunction(
    (width) => innerWidth === width && matchMedia("(prefers-color-scheme: dark)").matches,
    phone.width,
  );
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** A title, one main heading, one language. */
export async function outlineFaults(page: Page): Promise<string[]> {
  const headings = await page.locator("h1:visible").count();
  const title = await page.title();
  return [...(title.trim() ? [] : ["no title"]), ...(headings === 1 ? [] : [`${headings} main headings`])];
}

/** What is left of the screen on paper: menus and bars have no use there. */
export async function printFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const left = await page.locator("nav:visible, search:visible, footer:visible, [data-sonner-toaster]:visible").count();
  await page.emulateMedia({ media: "screen" });
  return left === 0 ? [] : [`${left} menus or bars are printed`];
}

/** What sticks out sideways, and by how much. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    if (over <= 0) return [];
    const culprits = [...document.querySelectorAll("body *")].filter(
      (it) => it.getBoundingClientRect().right > width + 1,
    );
    return [`sticks out by ${over} px: ${culprits.at(-1)?.outerHTML.slice(0, 200)}`];
  });
}

/** The first Tab, where there are menus, offers the way past them. */
export async function firstTabFaults(page: Page): Promise<string[]> {
  await page.keyboard.press("Tab");
  const reached = await page.evaluate(() =>
    document.querySelector("nav") ? document.activeElement?.getAttribute("href") : "#contenu",
  );
  return reached === "#contenu" ? [] : [`the first Tab leads to ${reached}, not past the menus`];
}

/**
 * With the keyboard alone: each control of the page can be reached, shows that one is there, in sight and under no bar, and
 * after the last of them one goes on.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.keyboard.press("Shift");
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const say = (it: Element, what: string) => found.push(`${what}: ${it.outerHTML.slice(0, 160)}`);
    for (const it of document.querySelectorAll("[tabindex]")) {
      if (Number(it.getAttribute("tabindex")) > 0) say(it, "comes before its turn");
    }
    const main = document.querySelector("main") ?? document.body;
    const controls = [
      ...main.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']"),
    ].filter((it) => it.tabIndex >= 0 && !it.matches(":disabled") && it.checkVisibility({ visibilityProperty: true }));
    const looksOf = (it: Element) =>
      [it, it.nextElementSibling, it.closest("label")].map((one) => {
        const { outline, boxShadow, borderColor, backgroundColor } = one ? getComputedStyle(one) : document.body.style;
        return [outline, boxShadow, borderColor, backgroundColor].join();
      });
    for (const it of controls) {
      const before = looksOf(it).join();
      it.focus();
      if (document.activeElement !== it) say(it, "takes no focus");
      if (looksOf(it).join() === before) say(it, "shows no focus");
      const { left, top, width, height } = it.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
      const bar = over?.closest("header, nav, footer");
      if (!over) say(it, "is out of sight");
      else if (bar && !bar.contains(it) && !main.contains(bar)) say(it, `lies under ${bar.tagName}`);
    }
    return found;
  });
  const where = () => page.evaluate(() => document.activeElement?.outerHTML ?? "");
  const before = await where();
  await page.keyboard.press("Tab");
  const isKept = !before.startsWith("<body") && before === (await where());
  return isKept ? [...faults, `keeps the keyboard: ${before.slice(0, 160)}`] : faults;
}
