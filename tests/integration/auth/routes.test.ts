import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, vi } from "vitest";
import { observeHousehold } from "@/lib/auth/observe-household";
import { hashToken } from "@/lib/auth/token";
import type { AgentRole } from "@/lib/core/actor";
import { isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { reviewRights } from "@/lib/reporting/queries/to-review";
import { test } from "../../support/database";
import { type Browser, openBrowser, redirection } from "./browser";
import { aGuardianAccount, anAgentAccount, aSession, agentRoles as roles } from "./people";

/** Each page and route of the portal, drawn from the folder itself, against each kind of person. */

vi.mock("next/headers", async () => (await import("./browser")).nextHeaders);

/** The real gates decide; the page stops where it would have opened. */
vi.mock("@/lib/auth/gates", async (original) => {
  const gates = await original<typeof import("@/lib/auth/gates")>();
  const stopping =
    <Args extends unknown[]>(gate: (...args: Args) => Promise<unknown>) =>
    async (...args: Args) => {
      await gate(...args);
      throw Object.assign(new Error("the page opens"), { digest: "OPEN" });
    };
  return { ...gates, requireAgent: stopping(gates.requireAgent), requireGuardian: stopping(gates.requireGuardian) };
});

/** What each staff page takes, one of several when there are; "agent": every one of them. A page that is not here fails the first test. */
const staffPages: Record<string, Permission | "agent" | Permission[]> = {
  "": "agent",
  "a-valider": [...reviewRights],
  "a-valider/absences": "requests:review",
  "a-valider/demandes": "requests:review",
  "a-valider/inscriptions": "accounts:review",
  "a-valider/inscriptions-activites": "enrollments:review",
  "a-valider/modifications": "changes:review",
  "a-valider/pieces": "documents:review",
  "a-valider/sans-reponse": "requests:review",
  "a-valider/suppressions": "accounts:review",
  agents: "accounts:write",
  catalogue: "catalogue:write",
  "catalogue/activites/[id]": "catalogue:write",
  "catalogue/activites/[id]/nouveau-creneau": "catalogue:write",
  "catalogue/activites/nouvelle": "catalogue:write",
  "catalogue/assistant": "catalogue:write",
  "catalogue/creneaux/[id]": "catalogue:write",
  "catalogue/regies": "catalogue:write",
  "catalogue/regies/[id]": "catalogue:write",
  "catalogue/regies/nouvelle": "catalogue:write",
  "catalogue/structures/[id]": "catalogue:write",
  "catalogue/structures/nouvelle": "catalogue:write",
  "catalogue/tarifs": "tariffs:write",
  "catalogue/tarifs/[id]": "tariffs:write",
  "catalogue/tarifs/nouveau": "tariffs:write",
  controles: "controls:read",
  contact: "contact:read",
  "contact/[id]": "contact:read",
  "contact/familles": "publications:write",
  "contact/nouveau": "contact:write",
  "contact/reponses": "contact:write",
  documents: "publications:write",
  "documents/adresser": "publications:write",
  "enfants/[id]/garde": "families:read",
  "enfants/[id]/sante": "health:read",
  facturation: "invoices:read",
  "facturation/[id]": "invoices:read",
  "facturation/attestations": "revenue-office:read",
  "facturation/factures": "invoices:read",
  "facturation/factures/[id]": "invoices:read",
  "facturation/impayes": "invoices:read",
  "facturation/reglages/[id]": "billing:run",
  familles: "families:read",
  "familles/[id]": "families:read",
  "familles/[id]/attestations": "receipts:read",
  "familles/[id]/comptes/[personne]": "accounts:review",
  "familles/[id]/reservations": "reservations:write",
  "familles/import": "imports:run",
  "familles/import/[id]": "imports:run",
  "familles/invitations": "accounts:review",
  "familles/nouvelle": "families:write",
  "messages/envois": "messages:read",
  "messages/envois/[id]": "messages:read",
  "messages/modeles": "settings:write",
  "messages/modeles/[modele]": "settings:write",
  "parametres/autorisations": "settings:write",
  "parametres/champs": "settings:write",
  "parametres/organisation": "settings:write",
  "parametres/pieces": "settings:write",
  planning: "planning:read",
  "planning/fermetures": "planning:write",
  "planning/repas": "planning:read",
  pointage: "attendance:write",
  regie: "revenue-office:read",
  "regie/a-traiter": "revenue-office:read",
  "regie/encaisser": "payments:collect",
  "regie/exports": "revenue-office:read",
  "regie/journees": "revenue-office:read",
  "regie/paiements/[id]": "revenue-office:read",
  "regie/remboursements": "revenue-office:read",
  securite: "agent",
};

/** What is someone's own and not the family's: closed to an agent who observes it. */
const inPerson = ["mon-compte", "suppression"];

/** What each private route takes, to read someone's data. */
const privateRoutes: Record<string, Permission> = {
  "app/admin/controles/sceau": "controls:read",
  "app/admin/familles/import/[id]/rapport": "imports:run",
  "app/admin/familles/import/modele": "imports:run",
  "app/admin/familles/recherche": "families:read",
  "app/admin/messages/envois/[id]/contenu": "messages:read",
  "app/admin/planning/etat": "planning:read",
  "app/admin/pointage/etat": "attendance:write",
  "app/admin/pointage/recherche": "attendance:write",
  "app/api/factures/[id]/pdf": "invoices:read",
  "app/api/feuilles/[slotId]/pdf": "attendance:write",
  "app/api/documents/[id]": "documents:read",
  "app/api/documents/[id]/apercu": "documents:read",
  "app/api/documents-adresses/[id]": "documents:read",
  "app/api/pieces-jointes/[id]": "contact:read",
  "app/api/attestations/[nom]": "receipts:read",
  "app/api/attestations/lots/[id]": "certificates:issue",
  "app/api/exports/[nom]": "revenue-office:read",
  "app/api/recus/[id]/pdf": "receipts:read",
  "app/api/repas": "planning:read",
  "app/api/regie/arretes/[id]/bordereau": "revenue-office:read",
};

/** Routes that stand open, or that only take: each checks by itself who sends, and has tests of its own. */
const otherRoutes = [
  "app/(famille)/foyer",
  "app/(famille)/mon-compte/copie/[id]",
  "app/(public)/deconnexion",
  "app/(public)/logo",
  "app/api/absences/[id]/justificatif",
  "app/api/agenda/[token]",
  "app/api/auth/[...nextauth]",
  "app/api/documents",
  "app/api/paiements/payfip/notification",
  "app/api/paiements/systempay/notification",
  "app/api/publications/[id]",
  "app/api/sante",
  "app/paiement/retour/[id]",
];

const files = readdirSync("app", { recursive: true, encoding: "utf8" }).map((name) => `app/${name}`);
const named = (name: RegExp) => files.filter((file) => name.test(file)).map((file) => file.replace(name, ""));
const pages = named(/\/page\.tsx$/);
const routes = named(/\/route\.tsx?$/);

const under = (folder: string) => pages.filter((page) => page === folder || page.startsWith(`${folder}/`));
const familyPages = under("app/(famille)");

let browser: Browser;
beforeEach(() => {
  browser = openBrowser();
});

const hold = (value: string | undefined) =>
  value ? browser.jar.set("portail-session", { value, options: {} }) : browser.jar.delete("portail-session");

const now = () => ({ lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) });

/** A session of everybody who could knock. */
async function everybody(ctx: Context) {
  const parent = await aGuardianAccount(ctx);
  const agents = new Map<AgentRole, string>();
  for (const role of roles) {
    const { id } = await anAgentAccount(ctx, role, { email: `${role}@exemple.fr` });
    agents.set(role, await aSession(ctx, id, now()));
  }
  const { id: accountId } = await anAgentAccount(ctx, "admin", { email: "observe@exemple.fr" });
  const observer = await aSession(ctx, accountId, now());
  await observeHousehold(
    { ...ctx, actor: { kind: "agent", accountId, role: "admin" } },
    { householdId: parent.householdIds[0] ?? "", sessionId: hashToken(observer) },
  );
  const half = await anAgentAccount(ctx, "admin", { email: "moitie@exemple.fr", totpConfirmedAt: ctx.now });
  return {
    agents,
    observer,
    guardian: await aSession(ctx, parent.id, now()),
    halfOpen: await aSession(ctx, half.id, now()),
  };
}

const params = Promise.resolve({ id: crypto.randomUUID(), token: "faux", etape: "foyer", lien: "faux" });

type Page = { default: (props: { params: typeof params; searchParams: Promise<object> }) => Promise<unknown> };

/** "OPEN", where it leads, or that it does not exist. */
async function knock(page: string, token: string | undefined): Promise<string | undefined> {
  hold(token);
  const { default: draw } = (await import(`@/${page}/page.tsx`)) as Page;
  return redirection(draw({ params, searchParams: Promise.resolve({}) }));
}

const MISSING = "NEXT_HTTP_ERROR_FALLBACK;404";

test("each page and each route has its place in these lists", async () => {
  expect(
    under("app/admin")
      .map((page) => page.replace(/^app\/admin\/?/, ""))
      .sort(),
  ).toEqual(Object.keys(staffPages).sort());
  const elsewhere = routes.filter((route) => !route.startsWith("app/simulateurs/"));
  expect(elsewhere.sort()).toEqual([...Object.keys(privateRoutes), ...otherRoutes].sort());
  const outside = pages.filter((page) => !under("app/admin").includes(page) && !familyPages.includes(page));
  const gated = outside.filter((page) => /require(Agent|Guardian)\(/.test(readFileSync(`${page}/page.tsx`, "utf8")));
  expect(gated).toEqual([]);
});

describe("a staff page", () => {
  test.for(Object.entries(staffPages))("/admin/%s opens to those who hold %s", async ([page, takes], { committed }) => {
    const path = `app/admin/${page}`.replace(/\/$/, "");
    const { agents, guardian, observer, halfOpen } = await everybody(committed);

    const answers: Record<string, string | undefined> = {};
    for (const [role, token] of agents) answers[role] = await knock(path, token);

    const may = (role: AgentRole) =>
      takes === "agent" || [takes].flat().some((one) => isAllowed({ kind: "agent", accountId: "a", role }, one));
    expect(answers).toEqual(Object.fromEntries(roles.map((role) => [role, may(role) ? "OPEN" : MISSING])));
    expect(await knock(path, guardian)).toBe(MISSING);
    expect(await knock(path, observer)).toBe("/accueil");
    expect(await knock(path, halfOpen)).toBe("/connexion/code");
    expect(await knock(path, undefined)).toBe("/connexion");
  });
});

describe("a family page", () => {
  test.for(familyPages)("%s opens to a family, and to who sees as it does", async (page, { committed }) => {
    const { agents, guardian, observer, halfOpen } = await everybody(committed);
    const isOwn = inPerson.some((name) => page.endsWith(`/${name}`));

    expect(await knock(page, guardian)).toBe("OPEN");
    expect(await knock(page, observer)).toBe(isOwn ? MISSING : "OPEN");
    for (const token of agents.values()) expect(await knock(page, token)).toBe("/admin");
    expect(await knock(page, halfOpen)).toBe("/connexion/code");
    expect(await knock(page, undefined)).toBe("/connexion");
  });
});

type Route = { GET: (request: Request, context: { params: typeof params }) => Promise<Response> };

describe("a private route", () => {
  test.for(Object.entries(privateRoutes))("%s answers those who hold %s", async ([route, takes], { committed }) => {
    const { agents, guardian, observer, halfOpen } = await everybody(committed);
    const { GET } = (await import(`@/${route}/route.ts`)) as Route;
    const ask = async (token: string | undefined) => {
      hold(token);
      return (await GET(new Request("http://localhost/?q=rousseau"), { params })).status;
    };

    for (const [role, token] of agents) {
      const may = isAllowed({ kind: "agent", accountId: "a", role }, takes);
      expect(may ? [200, 404] : [403, 404], role).toContain(await ask(token));
    }
    for (const token of [guardian, observer]) expect([403, 404]).toContain(await ask(token));
    for (const token of [halfOpen, undefined]) expect([401, 404]).toContain(await ask(token));
  });
});
