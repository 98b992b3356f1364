"use client";

import { Baby, type LucideIcon, Phone, UserPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import type { HouseholdRole } from "@/lib/families/rules";

const AddMemberForm = lazy(() => import("./add-member-form"));

const kinds: { role: HouseholdRole; name: string; label: string; icon: LucideIcon }[] = [
  { role: "child", name: "enfant", label: "Ajouter un enfant", icon: Baby },
  { role: "guardian", name: "responsable", label: "Ajouter un second responsable", icon: UserPlus },
  { role: "contact", name: "contact", label: "Ajouter un contact", icon: Phone },
];

type Props = { householdId: string; adding: string | undefined };

/** Who joins the family: one button each, and the form in its place. */
export function AddMember({ householdId, adding }: Props) {
  const [kind, setKind] = useState(kinds.find(({ name }) => name === adding));
  const [closed, setClosed] = useState<string>();

  if (kind) {
    const close = () => {
      setClosed(kind.name);
      setKind(undefined);
    };
    return (
      <Card aria-labelledby="ajouter" className="grid gap-4 p-4 sm:p-6">
        <h2 id="ajouter" ref={takeFocus} tabIndex={-1}>
          {kind.label}
        </h2>
        <Suspense fallback={<Spinner />}>
          <AddMemberForm householdId={householdId} role={kind.role} onClose={close} />
        </Suspense>
      </Card>
    );
  }
  return (
    <form method="get" className="flex flex-wrap gap-3">
      {kinds.map((one) => (
        <Button
          key={one.name}
          ref={closed === one.name ? takeFocus : undefined}
          type="submit"
          name="ajouter"
          value={one.name}
          onClick={(event) => {
            event.preventDefault();
            setKind(one);
          }}
        >
          <one.icon />
          {one.label}
        </Button>
      ))}
    </form>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();
