import type { CustodyRule } from "@/db/schema";
import { numericDate, timeInWords } from "@/lib/core/format-date";

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const dayName = (weekday: number) => weekdays[weekday - 1] ?? "";

/** Rules as one reads them, with the households named as the reader knows them. */
export const describeRules = (rules: readonly CustodyRule[], nameOf: (householdId: string) => string): string[] =>
  rules.map((rule) => sentenceOf(rule, nameOf));

function sentenceOf(rule: CustodyRule, nameOf: (householdId: string) => string): string {
  switch (rule.kind) {
    case "parityWeeks": {
      const { even, odd, switchWeekday, switchTime } = rule;
      const change = `changement le ${dayName(switchWeekday)} à ${timeInWords(switchTime)}`;
      return `Semaines paires : ${nameOf(even)} ; semaines impaires : ${nameOf(odd)} ; ${change}`;
    }
    case "pattern":
      return `Rythme 2-2-3 depuis le ${numericDate(rule.anchor)}, d’abord ${nameOf(rule.days[0] ?? "")}`;
    case "holidaysHalf":
      return `Première moitié des vacances : ${nameOf(rule.firstHalfInEvenYears)} les années paires, ${nameOf(rule.other)} les années impaires`;
    case "fixedWeekdays":
      return `Le ${rule.weekdays.map(dayName).join(" et le ")} : ${nameOf(rule.household)}`;
    case "override":
      return `Du ${numericDate(rule.from)} au ${numericDate(rule.to)} : ${nameOf(rule.household)}`;
  }
}

/** What a family asks for: the rules, from when, and which household asks. */
export type CustodyProposal = { effectiveFrom: string; rules: CustodyRule[]; askedBy: string };

export const proposalOf = (text: string) => JSON.parse(text) as CustodyProposal;

/** A proposal in one sentence, where neither household may be named to the other. */
export function proposalInWords(text: string): string {
  const { effectiveFrom, rules, askedBy } = proposalOf(text);
  const nameOf = (id: string) => (id === askedBy ? "foyer qui demande" : "autre foyer");
  return [`À partir du ${numericDate(effectiveFrom)}`, ...describeRules(rules, nameOf)].join(". ");
}
