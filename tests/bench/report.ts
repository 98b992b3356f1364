import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/processes";
import type { Measure } from "./load";
import type { Portal } from "./portal";

/** A figure, and the one that we want: at most so much, or at least. */
export type Figure = { name: string; value: number; unit: string; goal?: { atMost: number } | { atLeast: number } };

const words = (value: number, digits = value < 100 ? 1 : 0) =>
  value
    .toLocaleString("fr-FR", { maximumFractionDigits: digits, minimumFractionDigits: digits })
    .replaceAll("\u202f", "\u00a0");

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;

export const title = (text: string) => console.log(`\n── ${text}`);

export function tellMeasure(name: string, { requests, perSecond, p50, p95, p99, server, postgres }: Measure): void {
  console.log(
    `${name} : ${words(requests, 0)} requêtes, ${words(perSecond)} par seconde ; attente ${words(p50)} ms (p50), ${words(p95)} ms (p95), ${words(p99)} ms (p99) ; processeur ${words(server)} ms serveur + ${words(postgres)} ms PostgreSQL`,
  );
}

export function measureTable(measures: [string, Measure][]): string {
  return [
    row(["Mesure", "par seconde", "p50", "p95", "p99", "processeur serveur", "PostgreSQL", "en tout"]),
    row(["---", ...Array.from({ length: 7 }, () => "---:")]),
    ...measures.map(([name, { perSecond, p50, p95, p99, server, postgres }]) =>
      row([
        name,
        words(perSecond),
        ...[p50, p95, p99, server, postgres, server + postgres].map((one) => `${words(one)} ms`),
      ]),
    ),
  ].join("\n");
}

export function figureTable(figures: Figure[]): string {
  return [
    row(["Chiffre", "obtenu", "objectif", "écart"]),
    row(["---", "---:", "---:", "---"]),
    ...figures.map(({ name, value, unit, goal }) =>
      row([name, `${words(value)} ${unit}`, ...judged(value, unit, goal)]),
    ),
  ].join("\n");
}

function judged(value: number, unit: string, goal: Figure["goal"]): [string, string] {
  if (!goal) return ["–", ""];
  const [sign, limit, missedBy] =
    "atMost" in goal
      ? (["≤", goal.atMost, value / goal.atMost - 1] as const)
      : (["≥", goal.atLeast, 1 - value / goal.atLeast] as const);
  return [`${sign} ${words(limit, 0)} ${unit}`, missedBy > 0 ? `manqué de ${words(missedBy * 100, 0)} %` : "atteint"];
}

/** What the figures were measured on. */
export async function describeMachine({ sql }: Portal): Promise<string> {
  const [{ version = "" } = {}] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  const next = JSON.parse(readFileSync(join(root, "node_modules/next/package.json"), "utf8")) as { version: string };
  const [processor] = cpus();
  return [
    `${availableParallelism()} cœurs ${processor?.model.trim() ?? "inconnus"}`,
    `${words(totalmem() / 2 ** 30, 0)} Gio`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${version} embarqué, réglages durables`,
    `Next ${next.version}`,
  ].join(", ");
}
