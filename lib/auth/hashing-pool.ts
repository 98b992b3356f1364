import { availableParallelism } from "node:os";
import { DomainError } from "@/lib/core/errors";

/** Lets `size` works run at once and `queue` wait; past that, refuses at once instead of letting everybody wait. */
export function boundedPool({ size, queue }: { size: number; queue: number }) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= size) {
      if (waiting.length >= queue) throw new DomainError("service_unavailable");
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** A hash takes 20 ms of a core: about two seconds of waiting on one core. */
const QUEUE_PER_CORE = 100;

const shared = globalThis as { portailHashing?: ReturnType<typeof boundedPool> };

/** Runs one password hash, at most one per core: signing in must not be a way to stop the portal. */
export function hashing<T>(work: () => Promise<T>): Promise<T> {
  const cores = availableParallelism();
  shared.portailHashing ??= boundedPool({ size: cores, queue: cores * QUEUE_PER_CORE });
  return shared.portailHashing(work);
}
