import type { BrowserReturn } from "@/lib/payments/simulator/browser-return";
import { GoByItself } from "./go-by-itself";

/** The payer's way back, as the shop asked for it: a link, or a form that posts the result; it is soon taken by itself. */
export function ReturnButton({ back, label }: { back: BrowserReturn; label: string }) {
  if (!back.fields) {
    return (
      <GoByItself>
        <a className="bank-button primary" href={back.url}>
          {label}
        </a>
      </GoByItself>
    );
  }
  return (
    <form method="post" action={back.url}>
      {Object.entries(back.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <GoByItself>
        <button type="submit" className="bank-button primary">
          {label}
        </button>
      </GoByItself>
    </form>
  );
}
