import type { WaitingSignUp } from "@/lib/accounts/sign-up/queries";
import { numericDate } from "@/lib/core/format-date";
import { phoneInWords } from "@/lib/core/format-phone";

/** What a family says of itself, as an agent reads it. */
export function SignUpDetails({ signUp: { data, question, status } }: { signUp: WaitingSignUp }) {
  const { adult, address, children, message } = data;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr] [&_dt]:text-ink-2">
      <dt>Adulte</dt>
      <dd>
        {adult.title === "m" ? "M." : "Mme"} {adult.firstName} {adult.lastName}, naissance le{" "}
        {numericDate(adult.birthDate)}
        <br />
        <span className="break-words">{adult.email}</span> · {phoneInWords(adult.phone)}
      </dd>
      <dt>Adresse</dt>
      <dd>
        {[address.street, address.addressComplement].filter(Boolean).join(", ")}, {address.postalCode} {address.city}
      </dd>
      <dt>{children.length === 1 ? "Enfant" : "Enfants"}</dt>
      <dd>
        <ul>
          {children.map(({ firstName, lastName, birthDate, gradeLevel }) => (
            <li key={`${firstName} ${lastName} ${birthDate}`}>
              {firstName} {lastName}, {numericDate(birthDate)}
              {gradeLevel && ` · ${gradeLevel}`}
            </li>
          ))}
        </ul>
      </dd>
      {question && (
        <>
          <dt>Question posée</dt>
          <dd className="whitespace-pre-line">{question}</dd>
        </>
      )}
      {message && (
        <>
          <dt>{question && status === "submitted" ? "Réponse" : "Message"}</dt>
          <dd className="whitespace-pre-line">{message}</dd>
        </>
      )}
    </dl>
  );
}
