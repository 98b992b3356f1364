import type { PendingEmailChange } from "@/lib/accounts/email-change/queries";
import { PendingChange } from "./pending-change";
import { RequestEmailChangeForm } from "./request-email-change-form";

type Props = { email: string; pending: PendingEmailChange | undefined };

/** The address one signs in with, and the change that waits for its two mailboxes. */
export function EmailChangeCard({ email, pending }: Props) {
  return (
    <>
      <p className="text-ink-2">
        Vous vous connectez avec <strong className="wrap-anywhere text-ink">{email}</strong>.
      </p>
      {pending && <PendingChange email={email} pending={pending} />}
      <RequestEmailChangeForm isAgain={pending !== undefined} />
    </>
  );
}
