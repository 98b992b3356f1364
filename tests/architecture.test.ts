import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The README's architecture section, executable. */

const folders = ["app", "components", "lib", "db"];
const allowed: Record<string, string[]> = { app: ["components", "lib"], components: ["lib"], lib: ["db"], db: [] };

/** Each domain may import only those before it. */
const domains = [
  "core",
  "audit",
  "jobs",
  "notifications",
  "auth",
  "documents",
  "organization",
  "catalogue",
  "families",
  "contact",
  "accounts",
  "enrollments",
  "ledger",
  "reservations",
  "payments",
  "billing",
  "reporting",
  "worker",
];

type Source = { path: string; text: string };
type Import = { from: string; to: string; typeOnly: boolean };

const sources: Source[] = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") })),
);
const paths = new Set(sources.map(({ path }) => path));

const imports: Import[] = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:import|export)\s+(type\s+)?([^"';]*?\sfrom\s+)?"(@\/|\.)([^"]*)"/g)].map(
    ([, type, clause = "", start, rest]) => ({
      from: path,
      to: start === "@/" ? `${rest}` : join(dirname(path), `.${rest}`),
      typeOnly: type !== undefined || /^\{\s*(type \w+(?: as \w+)?,?\s*)+\}\s*from/.test(clause),
    }),
  ),
);

const top = (path: string) => path.split("/")[0] ?? "";
const domainOf = (path: string) => (top(path) === "lib" ? (path.split("/")[1] ?? "") : "");
const rank = (path: string) => domains.indexOf(domainOf(path));
/** The demonstration town is a story told with the portal's own verbs. */
const isSeed = (path: string) => path.startsWith("db/seed/");

const wrong = (isWrong: (edge: Import) => boolean) => imports.filter(isWrong).map(({ from, to }) => `${from} → ${to}`);

test("folders import downwards only", () => {
  expect(
    wrong(({ from, to }) => !isSeed(from) && top(from) !== top(to) && !allowed[top(from)]?.includes(top(to))),
  ).toEqual([]);
});

test("nothing but the start imports the demonstration town", () => {
  expect(wrong(({ from, to }) => isSeed(to) && !isSeed(from))).toEqual([]);
});

test("every folder of lib is a domain", () => {
  expect(readdirSync("lib").filter((name) => !domains.includes(name))).toEqual([]);
});

test("domains import earlier domains only", () => {
  expect(wrong(({ from, to }) => rank(from) >= 0 && rank(to) > rank(from))).toEqual([]);
});

test("components call actions, never queries or commands", () => {
  const open = /^lib\/(core\/|.+\/(actions|input|rules)$)/;
  expect(
    wrong(({ from, to, typeOnly }) => top(from) === "components" && top(to) === "lib" && !typeOnly && !open.test(to)),
  ).toEqual([]);
});

test("primitives, forms and layout know no domain", () => {
  expect(
    wrong(
      ({ from, to, typeOnly }) =>
        /^components\/(ui|form|layout)\//.test(from) &&
        !typeOnly &&
        /^(lib\/(?!core\/)|components\/(?!ui|form|layout))/.test(to),
    ),
  ).toEqual([]);
});

test("what a domain does is asked of who may do it", () => {
  const entry = /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*ctx: Context[\s\S]*?^}/gm;
  const unguarded = sources
    .filter(({ path }) => rank(path) > domains.indexOf("auth") && domainOf(path) !== "worker")
    .flatMap(({ path, text }) =>
      [...text.matchAll(entry)]
        .filter(([body]) => /^export async/.test(body) && !/\bauthorize\w*\(|assertDemonstration\(/.test(body))
        .map(([, name]) => `${path}: ${name}`),
    );
  expect(unguarded).toEqual([]);
});

test("every private page awaits its gate, every private route its context", () => {
  const pages = sources.filter(({ path }) => /^app\/(\(famille\)|admin)\/.*(page|route)\.tsx?$/.test(path));
  expect(pages.length).toBeGreaterThan(5);
  expect(
    pages.filter(({ text }) => !/await require(Guardian|Agent)\(|defineRoute/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test("a domain holds its nouns and verb-noun files", () => {
  const words = /^(input|rules|queries|actions|templates|tasks|names|main|gateway|transport|authenticate|checkout)$/;
  const files = sources.filter(({ path }) => rank(path) > domains.indexOf("auth") && path.endsWith(".ts"));
  const misnamed = files
    .map(({ path }) => path)
    .filter((path) => !path.includes("/queries/") && !/^lib\/payments\/(payfip|systempay|simulator)\//.test(path))
    .filter((path) => {
      const name = path.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
      return !words.test(name) && !/^[a-z]+(-[a-z]+)+$/.test(name);
    });
  expect(misnamed).toEqual([]);
});

test("a domain writes only the tables of its own schema file", () => {
  const tableOwners = new Map(
    readdirSync("db/schema").flatMap((file) =>
      [...readFileSync(join("db/schema", file), "utf8").matchAll(/^export const (\w+) = pgTable\(/gm)].map(
        ([, table]) => [table ?? "", file.replace(/\.ts$/, "")] as const,
      ),
    ),
  );
  const guests: Record<string, string[]> = { simulator: ["payments"] };
  const foreign = sources
    .filter(({ path }) => rank(path) >= 0)
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\.(?:insert|update|delete)\((?:schema\.)?(\w+)\)/g)]
        .map(([, table]) => table ?? "")
        .filter((table) => tableOwners.has(table))
        .filter((table) => {
          const owner = tableOwners.get(table) ?? "";
          return owner !== domainOf(path) && !guests[owner]?.includes(domainOf(path));
        })
        .map((table) => `${path} writes ${table}`),
    );
  expect(foreign).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = sources
    .filter(({ path, text }) => text.includes("process.env") && !isSeed(path))
    .map(({ path }) => path)
    .sort();
  expect(readers).toEqual([
    "db/client.ts",
    "db/postgresql/cluster.ts",
    "lib/auth/next-auth.ts",
    "lib/core/env.ts",
    "lib/core/log.ts",
  ]);
});

test("dates are built and formatted in core only", () => {
  const elsewhere = sources
    .filter(({ path }) => !path.startsWith("lib/core/"))
    .filter(({ text }) => /temporal-polyfill|toLocaleDateString|Intl\.DateTimeFormat/.test(text))
    .map(({ path }) => path);
  expect(elsewhere).toEqual([]);
});

test("days that people type are taken in one place, which bounds them", () => {
  const elsewhere = sources
    .filter(({ path }) => path !== "lib/core/civil-date-input.ts" && !path.endsWith("/templates.ts"))
    .filter(({ text }) => text.includes("z.iso.date("))
    .map(({ path }) => `${path}: civilDateInput of lib/core, because loops over days never end at the year 9999`);
  expect(elsewhere).toEqual([]);
});

test("no file outgrows its one idea", () => {
  const longest = sources
    .filter(({ path, text }) => !isSeed(path) && !path.startsWith("db/schema/") && text.split("\n").length > 260)
    .map(({ path }) => path);
  expect(longest).toEqual([]);
});

test("each command of a domain has its test", () => {
  const commands = sources.filter(
    ({ path, text }) =>
      rank(path) > domains.indexOf("auth") &&
      /^export async function \w+\(\s*ctx: Context/m.test(text) &&
      !/quer|worker|reporting|simulator/.test(path),
  );
  const tests = readdirSync("tests/integration", { recursive: true, encoding: "utf8" }).map((name) =>
    name.split("/").at(-1),
  );
  const untested = commands
    .map(({ path }) => path)
    .filter((path) => !tests.includes(`${path.split("/").at(-1)?.replace(/\.ts$/, "")}.test.ts`));
  expect(untested).toEqual([]);
});

test("every link answers a tap at once, as that of components/ui does", () => {
  const others = sources.filter(({ path, text }) => text.includes('from "next/link"') && !/ui\/link/.test(path));
  expect(others.map(({ path }) => path)).toEqual([]);
});

test("what is imported exists", () => {
  const resolves = (to: string) =>
    [".ts", ".tsx", "/index.ts", ""].some((end) => paths.has(`${to}${end}`) || existsSync(`${to}${end}`));
  expect(wrong(({ to }) => !resolves(to))).toEqual([]);
});
