import { expect, test } from "vitest";
import { boundedPool } from "@/lib/auth/hashing-pool";

/** Works that end when they are told to. */
function works() {
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  return { work, started: () => ends.length, endNext: () => ends[ends.length - 1]?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("runs so many at once, and the others one after the other", async () => {
  const run = boundedPool({ size: 2, queue: 10 });
  const { work, started, endNext } = works();

  const all = Promise.all([run(work), run(work), run(work), run(work)]);
  expect(started()).toBe(2);
  endNext();
  await settled();
  expect(started()).toBe(3);
  endNext();
  await settled();
  expect(started()).toBe(4);
  void all;
});

test("refuses at once what would wait too long", async () => {
  const run = boundedPool({ size: 1, queue: 1 });
  const { work, started } = works();
  void run(work);
  void run(work);

  await expect(run(work)).rejects.toMatchObject({ code: "service_unavailable" });
  expect(started()).toBe(1);
});

test("gives its place back when a work fails", async () => {
  const run = boundedPool({ size: 1, queue: 1 });

  await expect(run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await expect(run(async () => "next")).resolves.toBe("next");
});

test("never runs more than its size, whatever the order of ends", async () => {
  const run = boundedPool({ size: 3, queue: 1000 });
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      run(async () => {
        running += 1;
        most = Math.max(most, running);
        for (let wait = 0; wait < i % 7; wait += 1) await settled();
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
});
