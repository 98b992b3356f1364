import { Inbox } from "lucide-react";
import { Queue, type QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import { EmptyState } from "@/components/ui/empty-state";
import { decideSignUpAction } from "@/lib/accounts/sign-up/actions";
import type { WaitingSignUp } from "@/lib/accounts/sign-up/queries";
import { AskDetailForm } from "./ask-detail-form";
import { AttachForms, type Candidate } from "./attach-forms";
import { duplicateWords } from "./duplicate-words";
import { SignUpDetails } from "./sign-up-details";

type Props = {
  signUps: WaitingSignUp[];
  /** What an agent looked for, on behalf of which request. */
  search: { signUpId: string | undefined; text: string; found: Candidate[] };
  now: Date;
};

const reasons = [
  "Votre commune relève d’une autre structure.",
  "Votre famille est déjà inscrite : demandez votre lien d’activation.",
  "Les informations ne permettent pas de vous reconnaître.",
];

/** The families that ask to come in, each with the households that it may already be. */
export function SignUpsQueue({ signUps, search, now }: Props) {
  if (signUps.length === 0) {
    return (
      <EmptyState icon={Inbox} title="Aucune demande d’inscription n’attend.">
        Les demandes faites sur le portail arrivent ici.
      </EmptyState>
    );
  }
  return (
    <Queue
      label="Demandes d’inscription"
      items={signUps.map((signUp) => itemOf(signUp, search, now))}
      decide={decideSignUpAction}
      words={{ accept: "Approuver", accepted: "Famille approuvée", refused: "Demande refusée" }}
      reasons={reasons}
    />
  );
}

function itemOf(signUp: WaitingSignUp, search: Props["search"], now: Date): QueueItem {
  const { id, data, duplicates, submittedAt, status } = signUp;
  const { adult, children, address } = data;
  const count = children.length === 1 ? "1 enfant" : `${children.length} enfants`;
  const looked = search.signUpId === id ? search : undefined;
  const isFound = ({ householdId }: Candidate) => duplicates.some((known) => known.householdId === householdId);
  return {
    id,
    title: `${adult.firstName} ${adult.lastName}`,
    subtitle: `${count} · ${address.city}${status === "information_requested" ? " · précision demandée, réponse attendue" : ""}`,
    since: submittedAt ? agoInWords(submittedAt, now) : "",
    warning:
      duplicates.length > 0
        ? `Peut-être déjà connue : ${[...new Set(duplicates.flatMap((known) => known.reasons))].map((reason) => duplicateWords[reason]).join(", ")}.`
        : undefined,
    details: <SignUpDetails signUp={signUp} />,
    actions: (
      <>
        <AttachForms
          signUpId={id}
          candidates={[...duplicates, ...(looked?.found ?? []).filter((found) => !isFound(found))]}
          looked={looked?.text}
        />
        <AskDetailForm id={id} />
      </>
    ),
  };
}
