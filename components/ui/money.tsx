import { formatEuros } from "@/lib/core/money";

const looks = { plain: "", credit: "text-reserved", debit: "text-ink" };

/** An amount that never breaks over two lines; `sign` shows plus or minus, as in the movements of an account. */
export function Money({
  cents,
  sign = false,
  look = "plain",
}: {
  cents: number;
  sign?: boolean;
  look?: keyof typeof looks;
}) {
  const mark = sign && cents !== 0 ? (cents > 0 ? "+\u00a0" : "−\u00a0") : "";
  return (
    <span className={`whitespace-nowrap tabular-nums ${looks[look]}`}>
      {mark}
      {formatEuros(sign ? Math.abs(cents) : cents)}
    </span>
  );
}
