import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/scripts/processes";
import { send, textOf } from "./http";
import type { Portal } from "./portal";

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The identifier that the build gave to an action, which browsers find in the scripts of the page. */
function idOf(name: string): string {
  const file = join(root, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const [id] = Object.entries(node).find(([, { exportedName }]) => exportedName === name) ?? [];
  if (!id) throw new Error(`L’action ${name} n’est pas dans la construction.`);
  return id;
}

/** Where the browser stands, which it tells with each action. */
const tree = ["", { children: ["(famille)", { children: ["reservations", { children: ["__PAGE__", {}] }] }] }];

/** Calls a server action of the grid page as the browser does; answers what the action returned. */
export function actionOf<Input, Result>({ url }: Pick<Portal, "url">, name: string) {
  const headers = {
    accept: "text/x-component",
    "content-type": "text/plain;charset=UTF-8",
    "next-action": idOf(name),
    "next-router-state-tree": encodeURIComponent(JSON.stringify(tree)),
  };
  return async (cookie: string, input: Input): Promise<Result> => {
    const asked = { method: "POST", headers: { ...headers, cookie } } as const;
    const answer = await send(`${url}/reservations`, { ...asked, body: JSON.stringify([input]) });
    if (answer.status !== 200) throw new Error(`L’action ${name} a répondu ${answer.status} : ${textOf(answer)}`);
    return readResult(textOf(answer)) as Result;
  };
}

/** The answer is a list of numbered rows; the first one says which row holds the result. */
function readResult(text: string): unknown {
  const rows = new Map(text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line]));
  const row = (id: string) => JSON.parse((rows.get(id) ?? "").slice(id.length + 1) || "null");
  const reference: unknown = row("0")?.a;
  return typeof reference === "string" ? row(reference.replace("$@", "")) : reference;
}
