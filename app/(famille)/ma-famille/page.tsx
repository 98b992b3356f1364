import type { Metadata } from "next";
import { ChildLinks } from "@/components/families/child-links";
import { FamilyEditor } from "@/components/families/family-editor";
import { FamilyShell } from "@/components/layout/family-shell";
import { requireGuardian } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { listChildOutlines } from "@/lib/families/queries/child-outlines";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Ma famille" };

type Props = { searchParams: Promise<{ modifier?: string; ajouter?: string }> };

export default async function FamilyPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId, actor } = ctx;
  const [shell, file, outlines, { modifier, ajouter }] = await Promise.all([
    getFamilyShell(ctx, householdId),
    getFamilyFile(ctx, householdId),
    listChildOutlines(ctx, householdId),
    searchParams,
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <FamilyEditor
        file={file}
        canEdit={isAllowed(actor, "household:write", { householdId })}
        personId={actor.kind === "guardian" ? actor.personId : undefined}
        certifiedOn={file.certifiedAt ? dateOf(file.certifiedAt) : undefined}
        opened={modifier}
        adding={ajouter}
        extras={Object.fromEntries(
          outlines.map((one) => [one.childId, <ChildLinks key={one.childId} outline={one} />]),
        )}
      />
    </FamilyShell>
  );
}
