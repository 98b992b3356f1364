import type { BrowserReturn } from "@/lib/payments/simulator/browser-return";

/** The payer's way back, as the shop asked for it: a link, or a form that posts the result. */
export function ReturnButton({ back, label }: { back: BrowserReturn; label: string }) {
  if (!back.fields) {
    return (
      <a className="bank-button primary" href={back.url}>
        {label}
      </a>
    );
  }
  return (
    <form method="post" action={back.url}>
      {Object.entries(back.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="bank-button primary">
        {label}
      </button>
    </form>
  );
}
