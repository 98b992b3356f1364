import { Button } from "@/components/ui/button";
import type { MonthView } from "@/lib/reservations/rules";
import { staysOnScreen } from "./announce";
import { CONNECTION_LOST, cellInWords } from "./grid-messages";
import type { GridState, GridStore } from "./grid-store";

type Props = { view: MonthView; grid: GridState & { store: GridStore } };

/** What has just happened, said aloud; and on the screen, the refusals that deserve to be read one by one. */
export function GridVoice({ view, grid: { said, refused, store } }: Props) {
  const stays = refused !== null && staysOnScreen(refused);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div role="alert" className={stays ? "refusal" : "sr-only"}>
        {refused && <p>{refused.message}</p>}
        {stays && refused.refusals.length > 0 && (
          <ul>
            {refused.refusals.map((refusal) => (
              <li key={`${refusal.childId} ${refusal.slotId} ${refusal.date}`}>
                <b>{cellInWords(view, refusal)}</b> : {refusal.message}
              </li>
            ))}
          </ul>
        )}
        {stays && (
          <div className="actions">
            {refused.message === CONNECTION_LOST && (
              <Button size="small" onClick={() => window.location.reload()}>
                Recharger
              </Button>
            )}
            <Button size="small" onClick={store.forgive}>
              Fermer
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
