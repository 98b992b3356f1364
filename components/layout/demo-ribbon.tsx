/** Nobody may take a demonstration for the real portal. */
export function DemoRibbon() {
  return (
    <aside
      aria-label="Démonstration"
      className="bg-request-soft px-4 py-1.5 text-center text-xs font-semibold text-request print:hidden"
    >
      MODE TEST : données fictives, aucun paiement réel.
    </aside>
  );
}
