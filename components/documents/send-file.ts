import type { ActionResult } from "@/lib/core/action-result";

const CUT = "L’envoi a été interrompu. Vérifiez votre connexion, puis recommencez : rien n’a été perdu.";
const TOO_LARGE = 413;

/** Posts a form with its file, and tells how much of it has left, from 0 to 100. Answers a sentence when it is refused. */
export function sendFile(
  form: FormData,
  onProgress: (percent: number) => void,
  address = "/api/documents",
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total));
    request.onload = () => resolve(refusalIn(request));
    request.onerror = () => resolve(CUT);
    request.ontimeout = () => resolve(CUT);
    request.send(form);
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
