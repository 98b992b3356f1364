import { and, eq, isNull } from "drizzle-orm";
import QRCode from "qrcode";
import { accounts } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { seal, unseal } from "@/lib/core/secrets";
import { newSecret, uriOf } from "./totp-codes";

export type Enrolment = { key: string; qrCode: string };

/** The key to put into an application, as a picture and in letters; the same until a first code has proved it. */
export async function beginEnrolment(ctx: Context): Promise<Enrolment> {
  const accountId = authorizeAccount(ctx);

  const { secret, email } = await inTransaction(ctx, (ctx) => proposedSecret(ctx, accountId));
  const organization = await findOrganization(ctx);
  const uri = uriOf(secret, { issuer: `Portail Famille ${organization?.shortName ?? ""}`.trim(), email });
  const svg = await QRCode.toString(uri, { type: "svg", margin: 2 });
  return {
    key: secret.match(/.{1,4}/g)?.join(" ") ?? secret,
    qrCode: `data:image/svg+xml,${encodeURIComponent(svg)}`,
  };
}

async function proposedSecret({ db }: Context, accountId: string) {
  const open = and(eq(accounts.id, accountId), isNull(accounts.totpConfirmedAt));
  const [account] = await db
    .select({ email: accounts.email, sealed: accounts.totpSecret })
    .from(accounts)
    .where(open)
    .for("update");
  if (!account) throw new DomainError("already_enrolled");
  if (account.sealed) return { email: account.email, secret: unseal(account.sealed) };

  const secret = newSecret();
  await db
    .update(accounts)
    .set({ totpSecret: seal(secret) })
    .where(open);
  return { email: account.email, secret };
}
