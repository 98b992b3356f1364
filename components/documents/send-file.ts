import type { ActionResult } from "@/lib/core/action-result";

const CUT = "L’envoi a été interrompu. Vérifiez votre connexion, puis réessayez : rien n’a été perdu.";
const TOO_LARGE = 413;
/** Beyond these the person decides: a file sent again in the night would surprise. */
const TRIES = 4;
const PAUSE_MS = 2000;
const PATIENCE_MS = 120_000;

type Outcome = { isCut: boolean; refusal?: string };
type Told = {
  /** How much of it has left, from 0 to 100. */
  onProgress: (percent: number) => void;
  /** The network has fallen; it begins again by itself. */
  onCut: () => void;
  /** Where it goes, when it is no document of the family's file. */
  address?: string;
};

/**
 * Posts a form with its file, again when the network falls: the key in the form makes several sendings one. Answers a
 * sentence when it is refused.
 */
export async function sendFile(form: FormData, told: Told): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await sendOnce(form, told);
    if (!outcome.isCut || tries === TRIES) return outcome;
    told.onCut();
    await pause(tries * PAUSE_MS);
  }
}

function sendOnce(form: FormData, { onProgress, address = "/api/documents" }: Told): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cut = () => resolve({ isCut: true, refusal: CUT });
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total));
    request.onload = () => resolve({ isCut: false, refusal: refusalIn(request) });
    request.onerror = cut;
    request.ontimeout = cut;
    request.send(form);
  });
}

/** As long as asked, or until the connection is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const back = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener("online", back, { once: true });
  });
}

function refusalIn({ status, responseText }: XMLHttpRequest): string | undefined {
  if (status === TOO_LARGE) return responseText;
  try {
    const result = JSON.parse(responseText) as ActionResult<unknown>;
    return result.ok ? undefined : result.error.message;
  } catch {
    return responseText.trim() || CUT;
  }
}
