import type { ReactNode } from "react";

type Column = {
  label: string;
  /** Where its cells go when a row becomes a card, on a phone. */
  phone?: keyof typeof phonePlaces;
  end?: boolean;
  /** Said again before its cell on a phone, where a bare date or number would not tell what it is. */
  told?: boolean;
  /** A heading for those who listen only. */
  quiet?: boolean;
};

type Props = { caption: string; columns: Column[]; rows: { key: string | number; cells: ReactNode[] }[] };

// On a phone a row is two lines: what it is and its amount, then the details and what one may do.
const phonePlaces = {
  title: "max-sm:order-1 max-sm:basis-full max-sm:font-semibold",
  lead: "max-sm:order-1 max-sm:grow max-sm:basis-[calc(100%-8rem)] max-sm:font-semibold",
  amount: "max-sm:order-2 max-sm:min-w-20 max-sm:text-right",
  detail: "max-sm:order-3 max-sm:text-sm max-sm:text-ink-2",
  action: "max-sm:order-4 max-sm:ml-auto",
};

/** A dense list, whose rows become cards on a phone. */
export function ListTable({ caption, columns, rows }: Props) {
  return (
    <table className="w-full border-collapse text-left max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line text-sm text-ink-2">
          {columns.map(({ label, end, quiet }) => (
            <th
              key={label}
              scope="col"
              className={`px-2 py-2 font-semibold first:pl-5 last:pr-5 ${end ? "text-right" : ""}`}
            >
              {quiet ? <span className="sr-only">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map(({ key, cells }) => (
          <tr
            key={key}
            className="border-line not-last:border-b max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:px-4 max-sm:py-2.5"
          >
            {columns.map(({ label, phone = "detail", end, told }, index) => (
              <td
                key={label}
                data-label={told && cells[index] ? `${label} : ` : undefined}
                className={`max-sm:data-label:before:content-[attr(data-label)] sm:px-2 sm:py-2 sm:first:pl-5 sm:last:pr-5 ${end ? "sm:text-right" : ""} ${phonePlaces[phone]}`}
              >
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
