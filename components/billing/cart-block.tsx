import { RemoveButton } from "@/components/form/remove-button";
import type { PostedAction } from "@/components/form/use-posted-form";
import { Dot } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { CartBlock } from "@/lib/billing/cart/rules";
import { shortDate } from "@/lib/core/format-date";
import { CartTotals } from "./cart-totals";
import { gatewayNames } from "./gateway-words";
import { HoldCountdown } from "./hold-countdown";
import { Price } from "./price";

/** Posted forms, so that the cart can be paid without JavaScript; the fields of each stand beside it. */
export type CartActions = {
  /** `householdId`, `reservationId` */
  withdraw: PostedAction;
  /** `householdId`, `reservationId`: asks again for what was just withdrawn. */
  restore: PostedAction;
  /** `householdId`, `revenueOfficeId` */
  prolong: PostedAction;
  /** `householdId`, `revenueOfficeId`, `expectedTotalCents` */
  pay: PostedAction;
};

type Props = { block: CartBlock; householdId: string; now: Date; actions: CartActions | undefined };

const columns = [
  { label: "Date", phone: "lead" },
  { label: "Prestation" },
  { label: "Horaire" },
  { label: "Enfant" },
  { label: "Prix", phone: "amount", end: true },
  { label: "Retirer", phone: "action", end: true, quiet: true },
] as const;

/** The cart of one régie: its lines, how long their places are kept, its total and its button. */
export function CartBlockSection({ block, householdId, now, actions }: Props) {
  const title = `regie-${block.revenueOfficeId}`;
  const rows = block.lines.map((line) => ({
    key: line.reservationId,
    cells: [
      shortDate(line.date),
      line.activity,
      line.slot,
      <span key="child" className="inline-flex items-baseline gap-2">
        <Dot rank={line.rank} />
        {line.child}
      </span>,
      <Price key="price" cents={line.priceCents} why={line.why} />,
      block.openPaymentId === null && actions && (
        <Withdraw key="withdraw" line={line} householdId={householdId} actions={actions} />
      ),
    ],
  }));

  return (
    <section
      aria-labelledby={title}
      className="flex flex-col gap-4 lg:grid lg:grid-cols-[1fr_20rem] lg:items-start lg:gap-5"
    >
      <Card>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4 pb-2 sm:px-5">
          <h2 id={title}>{block.name}</h2>
          <Tag tone="wait">{gatewayNames[block.gateway]}</Tag>
          {block.openPaymentId === null && actions && (
            <HoldCountdown block={block} householdId={householdId} now={now} prolong={actions.prolong} />
          )}
        </div>
        <ListTable caption={`Demandes à payer : ${block.name}`} columns={[...columns]} rows={rows} />
      </Card>
      <CartTotals block={block} householdId={householdId} pay={actions?.pay} />
    </section>
  );
}

function Withdraw({
  line,
  householdId,
  actions,
}: {
  line: CartBlock["lines"][number];
  householdId: string;
  actions: CartActions;
}) {
  const what = `${line.slot}, ${shortDate(line.date)}, ${line.child}`;
  return (
    <RemoveButton
      fields={{ householdId, reservationId: line.reservationId }}
      what={what}
      remove={actions.withdraw}
      restore={actions.restore}
    />
  );
}
