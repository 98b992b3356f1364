import { Price } from "@/components/billing/price";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { InvoiceDetail } from "@/lib/billing/invoices/queries/invoice";
import { shortDate } from "@/lib/core/format-date";
import { lineRemarks, pointingInWords } from "./invoice-words";

const columns = [
  { label: "Date", phone: "lead" },
  { label: "Prestation" },
  { label: "Prix", phone: "amount", end: true },
] as const;

type Props = {
  invoice: Pick<InvoiceDetail, "children">;
  /** Where a family contests a line: under its price, since one looks at the reason first. */
  contest?: ((lineId: number) => string) | undefined;
  /** Agents see how a contested day was pointed. */
  showsPointings?: boolean;
};

/** Child by child, day by day; each price tells how it was reckoned. */
export function InvoiceLines({ invoice, contest, showsPointings = false }: Props) {
  return invoice.children.map(({ id, name, lines, cents }) => (
    <Card key={id} aria-labelledby={`enfant-${id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 pt-4 pb-1 sm:px-5">
        <h2 id={`enfant-${id}`}>{name}</h2>
        <p>
          {lines.length} {lines.length > 1 ? "lignes" : "ligne"} ·{" "}
          <strong>
            <Money cents={cents} />
          </strong>
        </p>
      </div>
      <ListTable
        caption={`Lignes de ${name}`}
        columns={[...columns]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            <span key="date" className="whitespace-nowrap">
              {shortDate(line.date)}
            </span>,
            <Service key="service" line={line} showsPointing={showsPointings && line.isContested} />,
            <Price key="price" cents={line.cents} why={line.why}>
              {contest && !line.isCredited && !line.isContested && <Contest href={contest(line.id)} line={line} />}
            </Price>,
          ],
        }))}
      />
    </Card>
  ));
}

type Line = InvoiceDetail["children"][number]["lines"][number];

function Contest({ href, line: { date, activity, slot } }: { href: string; line: Line }) {
  return (
    <Link
      href={href}
      className="mt-2 inline-flex min-h-9 items-center font-semibold text-primary-strong underline underline-offset-3 print:hidden"
    >
      Contester cette ligne
      <span className="sr-only">
        {" "}
        : {shortDate(date)}, {activity}, {slot}
      </span>
    </Link>
  );
}

function Service({ line, showsPointing }: { line: Line; showsPointing: boolean }) {
  const { activity, slot, status, departure, priceCents, cents, isCredited, isContested } = line;
  const remark = departure ?? lineRemarks[status];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span>
        {activity} · {slot}
      </span>
      {remark && <Tag tone="absence">{remark}</Tag>}
      {isContested && <Tag tone="request">contestée</Tag>}
      {showsPointing && <span className="basis-full text-sm text-ink-2">{pointingInWords(line)}</span>}
      {isCredited && <Tag tone="wait">annulée par un avoir</Tag>}
      {cents < priceCents && (
        <span className="text-sm text-ink-2">
          <Money cents={priceCents - cents} /> déjà payés
        </span>
      )}
    </span>
  );
}
