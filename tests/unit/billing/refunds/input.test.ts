import { describe, expect, test } from "vitest";
import { requestRefundInput } from "@/lib/billing/refunds/input";

const id = "11111111-1111-4111-8111-111111111111";
const asked = {
  requestId: id,
  householdId: id,
  revenueOfficeId: id,
  amount: "12,40",
  reason: "Nous déménageons.",
  holder: "Cédric Rousseau",
  iban: "FR7630006000011234567890189",
};

describe("what a family asks back", () => {
  test.for(["FR7630006000011234567890189", "fr76 3000 6000 0112 3456 7890 189", "DE89 3704 0044 0532 0130 00"])(
    "takes the account %s",
    (iban) => expect(requestRefundInput.safeParse({ ...asked, iban }).success).toBe(true),
  );
  test.for(["", "FR76", "FR7630006000011234567890188", "=HYPERLINK()", "1".repeat(61)])(
    "refuses the account %s beside its field",
    (iban) => {
      const { error } = requestRefundInput.safeParse({ ...asked, iban });
      expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(new Set(["iban"]));
    },
  );
  test.for(["0", "-5", "douze", "12,345", "1e3", ""])("refuses the amount %s", (amount) =>
    expect(requestRefundInput.safeParse({ ...asked, amount }).success).toBe(false),
  );
});
