import { agoInWords } from "@/components/ui/ago";
import { Tag } from "@/components/ui/tag";
import type { FamilyAccount } from "@/lib/accounts/queries";

/** What an agent knows of an account: never more than they need to help its holder. */
export function AccountFacts({ account, now }: { account: FamilyAccount; now: Date }) {
  const { email, createdAt, disabledAt, lastSeenAt, newEmail } = account;
  const facts: [string, string][] = [
    ["Adresse", email],
    ...(newEmail ? [["Nouvelle adresse, en attente de confirmation", newEmail] as [string, string]] : []),
    ["Ouvert", agoInWords(createdAt, now)],
    ["Dernière visite", lastSeenAt ? agoInWords(lastSeenAt, now) : "jamais"],
  ];
  return (
    <>
      {disabledAt && (
        <p>
          <Tag tone="cancel">Compte fermé</Tag>
        </p>
      )}
      <dl className="grid gap-3">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
