export type Fields = Record<string, string | number>;

/** What a posted form sends beside what one types: what it was drawn for. */
export function HiddenFields({ fields }: { fields: Fields }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
