import { ListTable } from "@/components/ui/table";
import { retention } from "@/lib/accounts/deletion/rules";

/** What becomes of each thing: what goes, and what the law makes the structure keep. */
export function RetentionTable() {
  return (
    <ListTable
      caption="Ce que deviennent vos données"
      columns={[{ label: "Ce que nous savons de vous", phone: "lead" }, { label: "Ce que cela devient" }]}
      rows={retention.map(({ what, until }) => ({ key: what, cells: [what, until] }))}
    />
  );
}
