import { revalidatePath } from "next/cache";
import { beforeEach, describe, expect, vi } from "vitest";
import { changePasswordAction, postNewPasswordAction } from "@/lib/accounts/actions";
import { endOtherSessionsAction, endOwnSessionAction } from "@/lib/auth/actions";
import { findSession } from "@/lib/auth/queries";
import { currentSession } from "@/lib/auth/session";
import { hashToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { type Browser, openBrowser } from "../auth/browser";
import { aGuardianAccount, aSession, password } from "../auth/people";

vi.mock("next/headers", async () => (await import("../auth/browser")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: vi.fn() }));

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const input = { currentPassword: password, newPassword: "Grenadine-Verte-42" };

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** A browser that is signed in, and a phone that is too. */
async function twoSessions(committed: Context) {
  const ctx = { ...committed, now: new Date() };
  const { id } = await aGuardianAccount(ctx);
  const [here, phone] = [await aSession(ctx, id), await aSession(ctx, id)];
  browser.jar.set("portail-session", { value: here, options: {} });
  return { ctx, here, phone };
}

describe("the form of /mon-compte", () => {
  test("changes the password and stays signed in, under a new cookie that no answer tells", async ({ committed }) => {
    const { here, phone, ctx } = await twoSessions(committed);

    expect(await changePasswordAction(input)).toEqual({ ok: true, data: undefined });

    const cookie = browser.jar.get("portail-session");
    expect(cookie).toMatchObject({ options: { httpOnly: true, sameSite: "lax", expires: expect.any(Date) } });
    expect(cookie?.value).not.toBe(here);
    expect(await currentSession()).toBeDefined();
    expect(await findSession(ctx, phone)).toBeUndefined();
  });

  test("works as well when the browser posts it", async ({ committed }) => {
    const { here } = await twoSessions(committed);
    expect(await postNewPasswordAction(undefined, form(input))).toEqual({ ok: true, data: undefined });
    expect(browser.jar.get("portail-session")?.value).not.toBe(here);
  });

  test("says under each field what is wrong with it", async ({ committed }) => {
    const { here } = await twoSessions(committed);

    expect(await postNewPasswordAction(undefined, form({ currentPassword: "", newPassword: "" }))).toMatchObject({
      error: {
        fields: {
          currentPassword: ["Saisissez votre mot de passe actuel."],
          newPassword: ["Saisissez votre nouveau mot de passe."],
        },
      },
    });
    expect(await changePasswordAction({ ...input, newPassword: "trop court" })).toMatchObject({
      error: { code: "invalid_input", fields: { newPassword: [expect.stringMatching(/trop simple/)] } },
    });
    expect(browser.jar.get("portail-session")?.value).toBe(here);
  });

  test("asks a stranger to sign in", async ({ committed: _ }) => {
    const refused = { ok: false, error: { code: "unauthenticated", message: "Connectez-vous pour continuer." } };
    expect(await changePasswordAction(input)).toEqual(refused);
    expect(await endOwnSessionAction(undefined, form({ sessionId: "x" }))).toEqual(refused);
    expect(await endOtherSessionsAction(undefined, form({}))).toEqual(refused);
  });
});

describe("the list of /mon-compte", () => {
  test("ends one session, and shows the list again even when it had ended already", async ({ committed }) => {
    const { ctx, phone } = await twoSessions(committed);
    const end = () => endOwnSessionAction(undefined, form({ sessionId: hashToken(phone) }));

    expect(await end()).toMatchObject({ ok: true });
    expect(await findSession(ctx, phone)).toBeUndefined();

    vi.mocked(revalidatePath).mockClear();
    expect(await end()).toMatchObject({ error: { code: "not_found", message: "Cet appareil n’est plus connecté." } });
    expect(revalidatePath).toHaveBeenCalledWith("/mon-compte");
  });

  test("ends the others and keeps this one", async ({ committed }) => {
    const { ctx, here, phone } = await twoSessions(committed);

    expect(await endOtherSessionsAction(undefined, form({}))).toMatchObject({ ok: true });

    expect(await findSession(ctx, phone)).toBeUndefined();
    expect(await findSession(ctx, here)).toBeDefined();
  });
});
