import { desc, eq } from "drizzle-orm";
import { emails, signUps } from "@/db/schema";
import { saveSignUp } from "@/lib/accounts/sign-up/save-sign-up";
import { submitSignUp } from "@/lib/accounts/sign-up/submit-sign-up";
import { hashToken } from "@/lib/auth/token";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { anAgentAccount, asVisitor } from "../../auth/people";

export const adult = {
  title: "mme",
  firstName: "Inès",
  lastName: "Martin-Leroy",
  birthDate: "1988-04-02",
  email: "ines@exemple.fr",
  phone: "06 12 34 56 78",
};
export const address = { street: "12 avenue de la Gare", addressComplement: "", postalCode: "59223", city: "Roncq" };
export const children = [{ firstName: "Zoé", lastName: "Martin-Leroy", birthDate: "2019-05-20", gradeLevel: "CP" }];
export const complete = { adult, address, children };

export const rowOf = async (ctx: Context, token: string) => {
  const [row] = await ctx.db
    .select()
    .from(signUps)
    .where(eq(signUps.tokenHash, hashToken(token)));
  if (!row) throw new Error("no such request");
  return row;
};

/** A family that has sent its request; answers its id and its token. */
export async function aSentSignUp(ctx: Context, changes: Partial<typeof complete> = {}) {
  const token = await saveSignUp(asVisitor(ctx), { token: undefined, draft: { ...complete, ...changes } });
  await submitSignUp(asVisitor(ctx), { token, message: "" });
  return { token, id: (await rowOf(ctx, token)).id };
}

export async function anOfficer(ctx: Context, role: AgentRole = "family_officer", email = "agent@exemple.fr") {
  const { id } = await anAgentAccount(ctx, role, { email });
  return { ...ctx, actor: { kind: "agent", accountId: id, role } } as const satisfies Context;
}

export const templatesSent = async ({ db }: Context) =>
  (await db.select({ template: emails.template }).from(emails).orderBy(emails.createdAt)).map((m) => m.template).sort();

/** The link in the last message of a template. */
export async function linkIn({ db }: Context, template: string): Promise<string> {
  const [message] = await db
    .select({ payload: emails.payload })
    .from(emails)
    .where(eq(emails.template, template))
    .orderBy(desc(emails.createdAt), desc(emails.dedupeKey))
    .limit(1);
  return String(message?.payload.url).split("/").at(-1) ?? "";
}
