import { FileText } from "lucide-react";
import { lookOf } from "@/components/ui/button-look";

type Props = { slotId: number; date: string; label?: string; size?: "small" };

/** The sheet of a slot of a day, to print; a file, so a plain link. */
export function SheetButton({ slotId, date, label, size }: Props) {
  return (
    <a
      href={`/api/feuilles/${slotId}/pdf?jour=${date}`}
      className={lookOf({ size }, size === "small" ? "" : "min-h-12")}
    >
      <FileText className={size === "small" ? "size-4" : ""} />
      Feuille<span className="sr-only"> de présence en PDF{label && ` : ${label}`}</span>
    </a>
  );
}
