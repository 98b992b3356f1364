import { eq } from "drizzle-orm";
import { householdMembers, households, persons } from "@/db/schema";
import { asSystem, type Context } from "@/lib/core/context";
import { proposalOf } from "../custody/describe-rules";
import { writeSchedule } from "../custody/write-schedule";
import { indexHousehold } from "../index-household";
import type { Subject } from "./lock-subject";
import { addressOf, type Values } from "./rules";

/** Writes new values, and what each household of the person is found by. Plumbing: the commands authorize. */
export async function applyValues({ db, now, actor }: Context, { householdId, personId }: Subject, values: Values) {
  const { "child.custody": custody, ...columns } = values;
  if (custody && personId) return writeSchedule({ db, now, actor }, personId, proposalOf(custody));
  const address = values["household.address"];
  if (address) await db.update(households).set(addressColumns(address)).where(eq(households.id, householdId));
  if (!personId) return;

  await db.update(persons).set(columnsOf(columns)).where(eq(persons.id, personId));
  const homes = await db
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .where(eq(householdMembers.personId, personId))
    .orderBy(householdMembers.householdId);
  for (const { id } of homes) await indexHousehold(asSystem({ db, now, actor }, "index"), id);
}

function addressColumns(text: string) {
  const { addressComplement, ...address } = addressOf(text);
  return { ...address, addressComplement: addressComplement || null };
}

const columnsOf = (values: Values): Partial<typeof persons.$inferInsert> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const column = field.replace("person.", "");
      return [column, column === "smsAllowed" ? value === "true" : value];
    }),
  );
