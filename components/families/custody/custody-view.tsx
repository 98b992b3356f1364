import { Card } from "@/components/ui/card";
import type { Custody } from "@/lib/families/custody/queries";
import { CustodyForm, type CustodyFormView } from "./custody-form";
import { CustodyRules } from "./custody-rules";
import { CustodyWeeks } from "./custody-weeks";

type Props = {
  custody: Custody;
  /** Rules and request in words, as the reader may know the households. */
  sentences: string[];
  pending?: string;
  /** Absent: to be read only. */
  form?: Pick<CustodyFormView, "typed" | "today" | "isModerated">;
};

/** Whose days they are, night by night; the rules; and the form that changes them. */
export function CustodyView({ custody, sentences, pending, form }: Props) {
  const { householdId, childId, homes } = custody;
  return (
    <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
      <div className="grid gap-4 sm:gap-5">
        <CustodyWeeks custody={custody} />
        <Card aria-labelledby="regles" className="grid gap-3 p-4 sm:p-5">
          <h2 id="regles">Les règles</h2>
          <CustodyRules sentences={sentences} pending={pending} />
        </Card>
      </div>
      {form && (
        <Card aria-labelledby="changer" className="grid gap-4 p-4 sm:p-5">
          <h2 id="changer">{form.isModerated ? "Demander un changement" : "Changer le calendrier"}</h2>
          {form.isModerated && (
            <p className="text-sm text-ink-2">
              La structure vérifie avant d’enregistrer : gardez à portée le jugement ou la convention qui le dit.
            </p>
          )}
          <CustodyForm {...{ householdId, childId, homes }} {...form} />
        </Card>
      )}
    </div>
  );
}
