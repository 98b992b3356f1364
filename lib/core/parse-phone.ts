import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A telephone number as people write it in France, in E.164; undefined when nobody can be reached there. */
export function parsePhone(text: string): string | undefined {
  const phone = parsePhoneNumberFromString(text, "FR");
  return phone?.isValid() ? phone.number : undefined;
}
