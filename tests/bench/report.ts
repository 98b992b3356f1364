import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { root } from "@/scripts/processes";
import type { Measure } from "./load";
import type { Portal } from "./portal";

/** A figure, and the one that we want: at most so much, or at least. */
export type Figure = { name: string; value: number; unit: string; atMost?: number; atLeast?: number };

function words(value: number): string {
  const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString("fr-FR", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

const row = (cells: string[]) => `| ${cells.map((cell) => cell.trim()).join(" | ")} |`;

/** Shows what was found, and hands it on. */
export function tell<T>(name: string, found: T): T {
  console.log(`${name} : ${inspect(found, { depth: 4, breakLength: 140 })}`);
  return found;
}

export function tellMeasure(name: string, measure: Measure): void {
  const { requests, perSecond, p50, p95, p99, server, postgres } = measure;
  const waits = `attente ${words(p50)} ms (p50), ${words(p95)} ms (p95), ${words(p99)} ms (p99)`;
  const cpu = `processeur ${words(server)} ms serveur + ${words(postgres)} ms PostgreSQL`;
  console.log(`${name} : ${words(requests)} requêtes, ${words(perSecond)} par seconde ; ${waits} ; ${cpu}`);
}

export function measureTable(measures: [string, Measure][]): string {
  return [
    row(["Mesure", "par seconde", "p50", "p95", "p99", "processeur du serveur", "de PostgreSQL", "en tout"]),
    row(["---", ...Array.from({ length: 7 }, () => "---:")]),
    ...measures.map(([name, { perSecond, p50, p95, p99, server, postgres }]) =>
      row([
        name,
        words(perSecond),
        ...[p50, p95, p99, server, postgres, server + postgres].map((ms) => `${words(ms)} ms`),
      ]),
    ),
  ].join("\n");
}

export function figureTable(figures: Figure[]): string {
  return [
    row(["Chiffre", "obtenu", "objectif", "écart"]),
    row(["---", "---:", "---:", "---"]),
    ...figures.map((figure) => row([figure.name, `${words(figure.value)} ${figure.unit}`, ...judge(figure)])),
  ].join("\n");
}

/** The goal, and by how much it is missed. */
function judge({ value, unit, atMost, atLeast }: Figure): [string, string] {
  const [sign, goal] = atMost === undefined ? ["≥", atLeast] : ["≤", atMost];
  if (goal === undefined) return ["–", ""];
  const missed = sign === "≤" ? value > goal : value < goal;
  const gap = goal === 0 ? "" : ` de ${words(Math.round((Math.abs(value - goal) / goal) * 100))} %`;
  return [`${sign} ${words(goal)} ${unit}`, missed ? `manqué${gap}` : "atteint"];
}

/** What the figures were measured on. */
export async function describeMachine({ sql }: Portal): Promise<string> {
  const [{ version = "" } = {}] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  const next = JSON.parse(readFileSync(join(root, "node_modules/next/package.json"), "utf8")) as { version: string };
  return [
    `${availableParallelism()} cœurs ${cpus()[0]?.model.trim() ?? ""}`,
    `${words(Math.round(totalmem() / 2 ** 30))} Gio`,
    `Node ${process.versions.node}`,
    `Next ${next.version}`,
    `PostgreSQL ${version} embarqué aux réglages durables`,
  ].join(", ");
}
