import { and, eq } from "drizzle-orm";
import { accounts, householdMembers, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { addMember } from "@/lib/families/add-member";
import { notify } from "@/lib/notifications/notify";
import { inviteAdult } from "../invitations/invite-adult";
import { decideSignUp } from "./decide-sign-up";
import type { AttachSignUpInput, SignUpInput } from "./input";
import { lockWaitingSignUp } from "./lock-sign-up";
import { nameKey } from "./rules";

/** Brings the request into a household that exists: only who is missing there is added, only who has no account is invited. */
export async function attachSignUp(ctx: Context, { id, householdId }: AttachSignUpInput): Promise<void> {
  authorize(ctx, "accounts:review");

  await inTransaction(ctx, async (ctx) => {
    const { data } = await lockWaitingSignUp(ctx, id, "approved");
    const members = await listMembers(ctx, householdId);
    const isThere = (asked: Named, role: string) =>
      members.find((member) => member.role === role && isSame(asked, member));

    const known = isThere(data.adult, "guardian");
    const personId = known?.personId ?? (await addGuardian(ctx, householdId, data.adult));
    for (const child of data.children) {
      if (!isThere(child, "child")) await addMember(ctx, { householdId, role: "child", person: child });
    }
    await decideSignUp(ctx, { id, status: "approved", householdId });
    if (known?.accountEmail) await tellAccount(ctx, id, known.accountEmail);
    else await inviteAdult(ctx, { personId, householdId, email: data.adult.email, kind: "activation" });
  });
}

type Named = { firstName: string; lastName: string; birthDate: string };
type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** In one household a name is enough where a birth date was never asked. */
const isSame = (asked: Named, { firstName, lastName, birthDate }: Member): boolean =>
  nameKey(asked.firstName, asked.lastName) === nameKey(firstName, lastName) &&
  (birthDate === null || birthDate === asked.birthDate);

const listMembers = ({ db }: Context, householdId: string) =>
  db
    .select({
      personId: persons.id,
      role: householdMembers.role,
      firstName: persons.firstName,
      lastName: persons.lastName,
      birthDate: persons.birthDate,
      accountEmail: accounts.email,
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .leftJoin(accounts, and(eq(accounts.personId, persons.id)))
    .where(eq(householdMembers.householdId, householdId));

async function addGuardian(ctx: Context, householdId: string, person: SignUpInput["adult"]): Promise<string> {
  const added = await addMember(ctx, { householdId, role: "guardian", person });
  return added.personId;
}

/** Written to the address of the account, not to the one that was typed: whoever asked learns nothing. */
async function tellAccount(ctx: Context, id: string, recipient: string): Promise<void> {
  const { appUrl } = env();
  await notify(ctx, {
    template: "account-exists",
    recipient,
    payload: { signInUrl: `${appUrl}/connexion`, passwordUrl: `${appUrl}/mot-de-passe-oublie` },
    dedupeKey: `sign-up-attached:${id}`,
  });
}
