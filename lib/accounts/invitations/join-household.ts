import { eq } from "drizzle-orm";
import { accounts, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { replaceGuardian } from "@/lib/families/replace-guardian";
import { notify } from "@/lib/notifications/notify";
import { nameKey } from "../sign-up/rules";
import { findInvitation } from "./queries";
import { takeInvitation } from "./take-invitation";

/**
 * Joins the household of an invitation with the account that one has already: one account, several households. The link
 * proves the mailbox, the session the account, and the press of the button the wish; the first name must be the same, for
 * two parents may share a mailbox.
 */
export async function joinHousehold(ctx: Context, { token }: { token: string }): Promise<{ householdId: string }> {
  const accountId = authorizeAccount(ctx);
  if (ctx.actor.kind !== "guardian") throw new DomainError("forbidden");
  const { personId } = ctx.actor;
  const invitation = await findInvitation(ctx, token);
  if (!invitation?.householdId) throw new DomainError("link_expired");
  const { householdId, firstName, lastName } = invitation;

  await inTransaction(ctx, async (ctx) => {
    const holder = await getHolder(ctx, accountId);
    if (nameKey(holder.firstName) !== nameKey(firstName)) throw otherPerson(`${firstName} ${lastName}`);
    await takeInvitation(ctx, invitation);
    await replaceGuardian(asSystem(ctx, "joining"), { householdId, placeholderId: invitation.personId, personId });
    await recordEvent(ctx, { type: "invitation.joined", subjectId: personId, householdId });
    await notify(ctx, {
      template: "household-joined",
      recipient: holder.email,
      payload: {},
      dedupeKey: `household-joined:${invitation.id}`,
    });
  });
  return { householdId };
}

const otherPerson = (name: string) =>
  new DomainError("invalid_input", {
    message: `Cette invitation est au nom de ${name}, et ce compte est celui de quelqu’un d’autre. Déconnectez-vous pour ouvrir un compte à ce nom, ou demandez à la structure de corriger.`,
  });

async function getHolder({ db }: Context, accountId: string) {
  const [holder] = await db
    .select({ email: accounts.email, firstName: persons.firstName })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(accounts.id, accountId));
  if (!holder) throw new DomainError("not_found");
  return holder;
}
