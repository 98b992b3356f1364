import { requestUndoAction } from "@/lib/accounts/imports/actions";
import { ImportButton } from "./import-button";

/** Asked before it is done: the families that nobody has touched since disappear. */
export function UndoImport({ importId }: { importId: string }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-control border border-cancel-line bg-paper px-4 py-1.5 font-semibold text-cancel hover:bg-cancel-soft">
        Annuler cet import…
      </summary>
      <div className="mt-3 grid max-w-prose gap-3">
        <p className="text-sm text-ink-2">
          Les familles écrites par cet import seront retirées, sauf celles qui ont été complétées ou utilisées depuis :
          elles restent, et la liste dira lesquelles.
        </p>
        <div>
          <ImportButton importId={importId} action={requestUndoAction} variant="danger">
            Retirer les familles importées
          </ImportButton>
        </div>
      </div>
    </details>
  );
}
