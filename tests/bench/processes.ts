import { readdirSync, readFileSync } from "node:fs";

/** A tick of /proc is a hundredth of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/** Places in /proc/<pid>/stat, counted after the name of the command. */
const field = { parent: 1, user: 11, system: 12, deadChildrenUser: 13, deadChildrenSystem: 14 };

function statOf(pid: number | string): number[] {
  const line = readFileSync(`/proc/${pid}/stat`, "utf8");
  return line
    .slice(line.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

const ms = (stat: number[], ...places: number[]) =>
  places.reduce((sum, place) => sum + (stat[place] ?? 0), 0) * MS_PER_TICK;

/** Milliseconds of CPU that a process has used, all its threads together. */
export const cpuOf = (pid: number): number => ms(statOf(pid), field.user, field.system);

/** The same for a process and its children, those that have ended included: PostgreSQL and its backends. */
export function cpuOfFamily(pid: number): number {
  const own = ms(statOf(pid), ...[field.user, field.system, field.deadChildrenUser, field.deadChildrenSystem]);
  return childrenOf(pid).reduce((sum, child) => sum + ms(child, field.user, field.system), own);
}

function childrenOf(pid: number): number[][] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [statOf(name)];
      } catch {
        return []; // it ended while we were looking
      }
    })
    .filter((stat) => stat[field.parent] === pid);
}

/** Megabytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/) ?? [];
  return Number(kilobytes) / 1024;
}
