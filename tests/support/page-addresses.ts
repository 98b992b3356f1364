import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "drizzle-orm";
import * as schema from "@/db/schema";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";

/** Who opens a page; nobody when it is for visitors. */
export type Opener =
  | "nobody"
  | "parent"
  | "twoHomes"
  | "agent"
  | "billing"
  | "regie"
  | "admin"
  | "newcomer"
  | "halfway";
export type Address = { page: string; path: string; opener: Opener };

const accountOf = {
  parent: "parent@exemple.fr",
  twoHomes: "parent2@exemple.fr",
  agent: "agent@exemple.fr",
  billing: "facturation@exemple.fr",
  regie: "regie@exemple.fr",
  admin: "admin@exemple.fr",
  newcomer: "nouvelle-agente@exemple.fr",
  halfway: "agente-prudente@exemple.fr",
} as const satisfies Record<Exclude<Opener, "nobody">, string>;

/** The first that fits. */
const openers: [RegExp, Opener][] = [
  [/\(famille\)\/ma-famille\/enfants\/\[id\]\/garde\//, "twoHomes"],
  [/^app\/\(famille\)\//, "parent"],
  [/\/connexion\/second-facteur\//, "newcomer"],
  [/\/connexion\/code\//, "halfway"],
  [/^app\/admin\/(regie|facturation\/factures)\//, "regie"],
  [/^app\/admin\/(facturation|familles\/\[id\]\/attestations)\//, "billing"],
  [/^app\/admin\/a-valider\/(pieces|modifications|suppressions|inscriptions)\//, "admin"],
  [
    /^app\/admin\/(page\.tsx|familles\/\[id\]\/reservations|pointage|planning|enfants|a-valider|contact|documents)/,
    "agent",
  ],
  [/^app\/admin\//, "admin"],
];

const openerOf = (page: string): Opener => openers.find(([pattern]) => pattern.test(page))?.[1] ?? "nobody";

/**
 * The address of every page of the portal, drawn from the folder itself, in the demonstration town. A page that has
 * parameters finds them in `parametersOf`; one that is missing there comes back without its address.
 */
export async function everyAddress(ctx: Context): Promise<Address[]> {
  const paths = await parametersOf(ctx);
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("page.tsx"))
    .map((name) => {
      const page = `app/${name}`;
      const plain = `/${dirname(name)}`.replace(/\/(\.|\([^)]*\))(?=\/|$)/g, "") || "/";
      return { page, path: paths[plain] ?? plain, opener: openerOf(page) };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** A session of each person, without a password; half of one for who still owes the second factor. */
export async function openSessions({ db, now }: Context): Promise<{ opener: Opener; token: string }[]> {
  const opened = Object.entries(accountOf).map(([opener, email]) => ({
    opener: opener as Opener,
    email,
    token: newToken(),
  }));
  for (const { opener, email, token } of opened) {
    await db.execute(sql`
      insert into sessions (token_hash, account_id, second_factor_at, created_at, last_seen_at, expires_at)
      select ${hashToken(token)}, id, ${opener === "newcomer" || opener === "halfway" ? null : now.toISOString()}::timestamptz,
        ${now.toISOString()}, ${now.toISOString()}, ${tomorrow(now).toISOString()}
      from accounts where email = ${email}`);
  }
  return opened;
}

const tomorrow = (now: Date) => new Date(now.getTime() + 86_400_000);

async function parametersOf(ctx: Context): Promise<Record<string, string>> {
  const { db } = ctx;
  const one = async (query: ReturnType<typeof sql>): Promise<string> => {
    const [row] = await db.execute<{ id: unknown }>(query);
    return String(row?.id ?? "missing");
  };
  const household = await one(sql`
    select m.household_id as id from accounts a join household_members m on m.person_id = a.person_id
    where a.email = ${accountOf.parent}`);
  const adult = await one(sql`select person_id as id from accounts where email = ${accountOf.parent}`);
  const child = await one(sql`
    select person_id as id from household_members where household_id = ${household} and role = 'child' order by rank`);
  const shared = await one(sql`select child_id as id from custody_schedules`);
  const tickets = await writeTickets(ctx, { household, adult });
  const payments = await writePayments(ctx, household);

  const invoice = await one(sql`
    select id from invoices where household_id = ${household} and kind = 'invoice' order by issued_at desc`);
  const thread = await one(sql`select id from contact_threads where household_id = ${household}`);
  const facility = await one(sql`select id from facilities`);
  const office = await one(sql`select id from revenue_offices where gateway = 'payfip'`);
  const activity = await one(sql`select id from activities where enrollment <> 'none' order by kind`);
  const offered = await one(sql`
    select a.id from activities a where a.enrollment <> 'none' and not exists (
      select from enrollments e where e.activity_id = a.id and e.child_id = ${child}) order by a.kind`);
  return {
    ...tickets,
    ...payments,
    "/contact/[id]": `/contact/${thread}`,
    "/factures/[id]": `/factures/${invoice}`,
    "/inscriptions/demande": `/inscriptions/demande?enfant=${child}&activite=${offered}`,
    "/ma-famille/enfants/[id]/autorisations": `/ma-famille/enfants/${child}/autorisations`,
    "/ma-famille/enfants/[id]/garde": `/ma-famille/enfants/${shared}/garde`,
    "/ma-famille/enfants/[id]/sante": `/ma-famille/enfants/${child}/sante`,
    "/inscription/[etape]": "/inscription/enfants",
    "/admin/catalogue/activites/nouvelle": `/admin/catalogue/activites/nouvelle?structure=${facility}`,
    "/admin/catalogue/activites/[id]": `/admin/catalogue/activites/${activity}`,
    "/admin/catalogue/activites/[id]/nouveau-creneau": `/admin/catalogue/activites/${activity}/nouveau-creneau`,
    "/admin/catalogue/creneaux/[id]": `/admin/catalogue/creneaux/${await one(sql`select id from slots order by label`)}`,
    "/admin/catalogue/regies/[id]": `/admin/catalogue/regies/${office}`,
    "/admin/catalogue/structures/[id]": `/admin/catalogue/structures/${facility}`,
    "/admin/catalogue/tarifs/[id]": `/admin/catalogue/tarifs/${await one(sql`select id from tariffs`)}`,
    "/admin/contact/nouveau": `/admin/contact/nouveau?foyer=${household}`,
    "/admin/contact/[id]": `/admin/contact/${thread}`,
    "/admin/enfants/[id]/garde": `/admin/enfants/${shared}/garde`,
    "/admin/enfants/[id]/sante": `/admin/enfants/${child}/sante`,
    "/admin/facturation/[id]": `/admin/facturation/${await one(sql`select id from billing_runs order by created_at`)}`,
    "/admin/facturation/factures/[id]": `/admin/facturation/factures/${invoice}`,
    "/admin/facturation/reglages/[id]": `/admin/facturation/reglages/${office}`,
    "/admin/familles/[id]": `/admin/familles/${household}`,
    "/admin/familles/[id]/reservations": `/admin/familles/${household}/reservations`,
    "/admin/familles/[id]/attestations": `/admin/familles/${household}/attestations`,
    "/admin/familles/[id]/comptes/[personne]": `/admin/familles/${household}/comptes/${adult}`,
    "/admin/familles/import/[id]": `/admin/familles/import/${await one(sql`select id from imports`)}`,
    "/admin/messages/envois/[id]": `/admin/messages/envois/${await one(sql`select id from emails`)}`,
    "/admin/messages/modeles/[modele]": "/admin/messages/modeles/password-reset",
    "/admin/regie/encaisser": `/admin/regie/encaisser?famille=${household}`,
    "/admin/regie/paiements/[id]": `/admin/regie/paiements/${await one(sql`select id from payments where gateway is null`)}`,
  };
}

/** Links that arrive by e-mail, still good, and the two agents who owe a second factor. */
async function writeTickets({ db, now }: Context, { household, adult }: { household: string; adult: string }) {
  const [activation, invitation, reset, oldEmail] = [newToken(), newToken(), newToken(), newToken()];
  const expiresAt = tomorrow(now);
  await db.insert(schema.accounts).values([
    { email: accountOf.newcomer, displayName: "Anne Moreau", role: "site_manager", createdAt: now },
    { email: accountOf.halfway, displayName: "Lucie Roy", role: "site_manager", totpConfirmedAt: now, createdAt: now },
  ]);
  await db.insert(schema.invitations).values([
    {
      kind: "activation",
      tokenHash: hashToken(activation),
      email: "invitee@exemple.fr",
      personId: adult,
      householdId: household,
      createdAt: now,
      expiresAt,
    },
    {
      kind: "agent",
      tokenHash: hashToken(invitation),
      email: "invite@exemple.fr",
      role: "animator",
      createdAt: now,
      expiresAt,
    },
  ]);
  const [account] = await db.select({ id: schema.accounts.id }).from(schema.accounts).where(sql`person_id = ${adult}`);
  const accountId = account?.id ?? "";
  await db.insert(schema.passwordResets).values({ tokenHash: hashToken(reset), accountId, createdAt: now, expiresAt });
  await db.insert(schema.emailChanges).values({
    accountId,
    newEmail: "nouvelle@exemple.fr",
    oldTokenHash: hashToken(oldEmail),
    newTokenHash: hashToken(newToken()),
    createdAt: now,
    expiresAt,
  });
  return {
    "/activation/[token]": `/activation/${activation}`,
    "/adresse/[token]": `/adresse/${oldEmail}`,
    "/demarrage/[token]": `/demarrage/${newToken()}`,
    "/inscription/reprendre/[lien]": `/inscription/reprendre/${newToken()}`,
    "/invitation/[token]": `/invitation/${invitation}`,
    "/mot-de-passe/[token]": `/mot-de-passe/${reset}`,
  };
}

/** A payment on its way to each bank, and one that has ended there. */
async function writePayments({ db, now }: Context, householdId: string) {
  const offices = await db.select().from(schema.revenueOffices);
  const [leaving] = await db
    .insert(schema.payments)
    .values({
      householdId,
      revenueOfficeId: offices.find(({ gateway }) => gateway === "systempay")?.id ?? "",
      gateway: "systempay",
      mode: "TEST",
      orderReference: "ENROUTE1",
      reference: "12345678-20260101-000777",
      amountCents: 1240,
      subject: "Accueil de loisirs",
      payerEmail: accountOf.parent,
      status: "pending",
      createdAt: now,
    })
    .returning();
  const request = {
    refdet: "ENROUTE1",
    montant: "1240",
    mel: accountOf.parent,
    objet: "Repas",
    urlredirect: "http://localhost/",
  };
  const [asked, answered] = await db
    .insert(schema.simulatedPayfipPayments)
    .values([
      { idOp: "en-cours", request, openedAt: now, createdAt: now },
      { idOp: "fini", request, openedAt: now, resultrans: "P", decidedAt: now, createdAt: now },
    ])
    .returning();
  const form = { vads_order_id: "ENROUTE1", vads_order_info: "Accueil de loisirs", vads_amount: "1240" };
  const result = { vads_trans_status: "AUTHORISED" };
  const [filled, paid] = await db
    .insert(schema.simulatedSystempayPayments)
    .values([
      { siteId: "12345678", utcDay: "20260101", transId: "900001", form, createdAt: now },
      { siteId: "12345678", utcDay: "20260101", transId: "900002", form, result, decidedAt: now, createdAt: now },
    ])
    .returning();
  return {
    "/paiement/[id]": `/paiement/${leaving?.id}`,
    "/paiement/[id]/depart": `/paiement/${leaving?.id}/depart`,
    "/simulateurs/payfip/paiement/[key]": `/simulateurs/payfip/paiement/${asked?.payerKey}`,
    "/simulateurs/payfip/paiement/[key]/resultat": `/simulateurs/payfip/paiement/${answered?.payerKey}/resultat`,
    "/simulateurs/systempay/paiement/[id]": `/simulateurs/systempay/paiement/${filled?.id}`,
    "/simulateurs/systempay/paiement/[id]/resultat": `/simulateurs/systempay/paiement/${paid?.id}/resultat`,
  };
}
