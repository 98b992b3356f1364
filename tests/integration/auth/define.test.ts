import { redirect } from "next/navigation";
import { beforeEach, describe, expect, vi } from "vitest";
import { z } from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { defineRoute } from "@/lib/auth/define-route";
import { authorize } from "@/lib/core/authorize";
import { DomainError } from "@/lib/core/errors";
import { test } from "../../support/database";
import { type Browser, openBrowser, redirection } from "./browser";
import { aGuardianAccount, aSession } from "./people";

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const input = z.object({ householdId: z.uuid("Choisissez un foyer.") });
const householdId = "11111111-1111-4111-8111-111111111111";

describe("an action", () => {
  test("runs as the person signed in, on what was checked", async ({ committed }) => {
    const { id, householdIds } = await aGuardianAccount(committed);
    const token = await aSession({ ...committed, now: new Date() }, id);
    browser.jar.set("portail-session", { value: token, options: {} });
    const action = defineAction(input, async (ctx, { householdId }) => {
      authorize(ctx, "household:read", { householdId });
      return { actor: ctx.actor.kind, householdId };
    });

    const own = householdIds[0] ?? "";
    expect(await action({ householdId: own })).toEqual({ ok: true, data: { actor: "guardian", householdId: own } });
    expect(await action({ householdId })).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  test("runs as a visitor for a stranger, whom the command refuses", async ({ committed: _ }) => {
    const action = defineAction(input, async (ctx, target) => authorize(ctx, "household:read", target));
    expect(await action({ householdId })).toEqual({
      ok: false,
      error: { code: "unauthenticated", message: "Connectez-vous pour continuer." },
    });
  });

  test("says which field is wrong, without running", async ({ committed: _ }) => {
    const run = vi.fn();
    expect(await defineAction(input, run)({ householdId: "1" })).toEqual({
      ok: false,
      error: {
        code: "invalid_input",
        message: "Certaines informations ne sont pas correctes.",
        fields: { householdId: ["Choisissez un foyer."] },
      },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test("hides a bug behind a generic sentence, and lets a redirection through", async ({ committed: _ }) => {
    const broken = defineAction(input, () => Promise.reject(new Error("select secret from …")));
    const answer = await broken({ householdId });
    expect(answer).toMatchObject({ ok: false, error: { code: "unexpected" } });
    expect(JSON.stringify(answer)).not.toContain("secret");

    expect(await redirection(defineAction(input, async () => redirect("/panier"))({ householdId }))).toBe("/panier");
  });
});

describe("a private route", () => {
  const request = new Request("http://localhost:3000/api/recus/1/pdf");
  const call = (work: () => Promise<Response>) => defineRoute(work)(request, { params: Promise.resolve({}) });

  test("gives its handler the context and the parameters, and is never cached", async ({ committed }) => {
    const route = defineRoute<{ id: string }>(async (ctx, { url }, { id }) =>
      Response.json({ actor: ctx.actor.kind, sameDatabase: ctx.db === committed.db, url, id }),
    );
    const response = await route(request, { params: Promise.resolve({ id: "1" }) });

    expect(await response.json()).toEqual({ actor: "visitor", sameDatabase: true, url: request.url, id: "1" });
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  });

  test.for([
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["too_many_attempts", 429],
    ["service_unavailable", 503],
    ["invalid_input", 400],
  ] as const)("answers %s by %d and a sentence", async ([code, status], { committed: _ }) => {
    const response = await call(() => Promise.reject(new DomainError(code)));
    expect(response.status).toBe(status);
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await response.text()).toMatch(/^[A-ZÀ-Ý].+\.\n$/);
  });

  test("answers a bug by 500, without its message", async ({ committed: _ }) => {
    const response = await call(() => Promise.reject(new Error("select secret from …")));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });
});
