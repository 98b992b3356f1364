import { send, textOf } from "./http";
import { openGridPage } from "./pages";
import type { Portal } from "./portal";
import { anyOf, type Family } from "./town";

export type Script = { path: string; kilobytes: number };
export type PageWeight = { html: number; htmlGzip: number; scripts: Script[]; later: Script[] };

/** What a browser fetches to show the grid page: the page, the scripts that it names, and those that wait for a click. */
export async function weighGridPage(portal: Portal, families: Family[]): Promise<PageWeight> {
  const page = await openGridPage(portal, anyOf(families), { encoding: "gzip" });
  const html = textOf(page);
  const [unused] = html.match(/<script[^>]*noModule[^>]*>/i) ?? [""]; // for browsers that know no modules
  const named = scriptsIn(html.replace(unused, ""));

  const fetched = await Promise.all(named.map((path) => fetchScript(portal, path)));
  const waiting = new Set(fetched.flatMap(({ text }) => scriptsIn(text)).filter((path) => !named.includes(path)));
  const later = await Promise.all([...waiting].map((path) => fetchScript(portal, path)));
  return {
    html: html.length / 1000,
    htmlGzip: page.body.length / 1000,
    scripts: heaviestFirst(fetched),
    later: heaviestFirst(later),
  };
}

/** The page names them with their address, the scripts without its beginning. */
const scriptsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/static\/chunks\/[\w.~/-]+?\.js/g)].map(([path]) => `/_next/${path}`)),
];

async function fetchScript({ url }: Portal, path: string) {
  const answer = await send(url + path, { headers: { "accept-encoding": "gzip" } });
  if (answer.status !== 200) throw new Error(`${path} a répondu ${answer.status}.`);
  return { path, kilobytes: answer.body.length / 1000, text: textOf(answer) };
}

const heaviestFirst = (scripts: Script[]): Script[] =>
  scripts.map(({ path, kilobytes }) => ({ path, kilobytes })).sort((a, b) => b.kilobytes - a.kilobytes);

export const total = (scripts: Script[]): number => scripts.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
