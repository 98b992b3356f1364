import { describe, expect, test } from "vitest";
import {
  isIdle,
  isSeenAgain,
  landingOf,
  localPath,
  lockSeconds,
  networkOf,
  sessionEnd,
  waitInWords,
} from "@/lib/auth/rules";

const at = (time: string) => new Date(`2026-09-09T${time}Z`);

describe("a session", () => {
  test("of a family lasts 30 days at most, of an agent 10 hours", () => {
    expect(sessionEnd("guardian", at("08:00:00"))).toEqual(new Date("2026-10-09T08:00:00Z"));
    expect(sessionEnd("agent", at("08:00:00"))).toEqual(at("18:00:00"));
  });

  test("is idle after 12 hours for a family, 30 minutes for an agent", () => {
    expect(isIdle("guardian", at("08:00:00"), at("19:59:59"))).toBe(false);
    expect(isIdle("guardian", at("08:00:00"), at("20:00:00"))).toBe(true);
    expect(isIdle("agent", at("08:00:00"), at("08:29:59"))).toBe(false);
    expect(isIdle("agent", at("08:00:00"), at("08:30:00"))).toBe(true);
  });

  test("is marked as seen every five minutes at most", () => {
    expect(isSeenAgain(at("08:00:00"), at("08:04:59"))).toBe(false);
    expect(isSeenAgain(at("08:00:00"), at("08:05:00"))).toBe(true);
  });
});

describe("the page to come back to", () => {
  test.each(["/", "/reservations?mois=2026-09", "/factures#avril", "/ma-famille/enfants/1", "/a:b", "/é"])(
    "is %s",
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    null,
    "",
    "reservations",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/a\\b",
    "https://evil.example",
    "javascript:alert(1)",
    " /reservations",
    "/\t/evil.example",
    "/a\r\nSet-Cookie: b=c",
    "/\u0000",
    "/\u0085",
    `/${"a".repeat(500)}`,
  ])("is not %j", (path) => {
    expect(localPath(path)).toBeUndefined();
  });
});

describe("after signing in", () => {
  test.each([
    ["guardian", undefined, "/accueil"],
    ["guardian", "/panier", "/panier"],
    ["guardian", "//evil.example", "/accueil"],
    ["guardian", "/admin", "/accueil"],
    ["guardian", "/admin/messages", "/accueil"],
    ["guardian", "/administration", "/administration"],
    ["agent", undefined, "/admin"],
    ["agent", "/panier", "/admin"],
    ["agent", "/admin/messages/envois", "/admin/messages/envois"],
    ["agent", "/admin?page=2", "/admin?page=2"],
  ] as const)("%s going to %s lands on %s", (kind, asked, landing) => {
    expect(landingOf(kind, asked)).toBe(landing);
  });
});

describe("the network of an address", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", ""],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("a lock", () => {
  test("lasts twice as long each time, an hour at most", () => {
    expect([1, 2, 3, 6, 7, 20].map((nth) => lockSeconds(60, nth))).toEqual([60, 120, 240, 1920, 3600, 3600]);
  });

  test.each([
    [0.2, "1 seconde"],
    [1.2, "2 secondes"],
    [59, "59 secondes"],
    [60, "1 minute"],
    [61, "2 minutes"],
    [3600, "1 heure"],
    [3601, "2 heures"],
  ])("of %d s is said %s", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words.replace(" ", "\u00a0"));
  });
});
