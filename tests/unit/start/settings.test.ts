import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { completeSettings } from "@/scripts/settings";

const folder = mkdtempSync(join(tmpdir(), "portail-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("without a database of its own", () => {
  test("the portal is a demonstration at a local address", () => {
    const { settings, embedded } = completeSettings({ PORT: "3100" }, folder);
    expect(embedded).toBe(true);
    expect(settings).toMatchObject({ DEMO: "1", APP_URL: "http://localhost:3100", DATA_DIR: join(folder, ".data") });
  });

  test("its secret is drawn once, for our eyes only", () => {
    const [first, second] = [completeSettings({}, folder), completeSettings({}, folder)];
    expect(first.settings.AUTH_SECRET).toMatch(/^[\w-]{43}$/);
    expect(second.settings.AUTH_SECRET).toBe(first.settings.AUTH_SECRET);
    expect(statSync(join(folder, ".data", "auth-secret")).mode & 0o077).toBe(0);
  });

  test("the demonstration can be switched off", () => {
    const { settings } = completeSettings({ DEMO: "0" }, folder);
    expect(settings).toMatchObject({ DEMO: "0", DATA_DIR: join(folder, ".data", "portail") });
  });
});

describe("with a database of its own", () => {
  const DATABASE_URL = "postgres://db.exemple.fr/portail";

  test("the portal shows no demonstration", () => {
    const { settings, embedded } = completeSettings({ DATABASE_URL, AUTH_SECRET: "x".repeat(32) }, folder);
    expect(embedded).toBe(false);
    expect(settings).toMatchObject({ DATABASE_URL, DEMO: "0" });
  });

  test("it refuses to start without the secret that it then needs", () => {
    expect(() => completeSettings({ DATABASE_URL }, folder)).toThrow("AUTH_SECRET manque");
  });
});
