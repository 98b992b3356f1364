import type { SummaryView } from "@/components/form/form-summary";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { FieldLook } from "./section-fields";

type Props = {
  look: FieldLook;
  /** The person edits their own file: their browser may help. */
  isSelf: boolean;
  /** Where two forms may be open at once, what tells their inputs apart. */
  idPrefix?: string;
  /** What the form gives to its input: name, default, error, and what listens to it. */
  input: { name: string; defaultValue?: unknown; error?: string };
};

/** The input of a field, as its look says. */
export function TypedField({ look, isSelf, idPrefix, input }: Props) {
  const { label, type, optional, options = [], hint, autoComplete } = look;
  const { defaultValue, ...rest } = input;
  const id = idPrefix ? `${idPrefix}-${look.name}` : look.name;
  const shared = { id, label, hint, optional, autoComplete: isSelf ? autoComplete : "off" };

  if (type === "checkbox") return <Checkbox label={label} id={id} isChecked={defaultValue === true} input={rest} />;
  const value = typeof defaultValue === "string" ? defaultValue : "";
  return type === "select" ? (
    <SelectField {...shared} {...rest} options={options} defaultValue={value} />
  ) : (
    <TextField {...shared} {...rest} type={type} defaultValue={value} />
  );
}

type CheckboxProps = { id: string; label: string; isChecked: boolean; input: { name: string; error?: string } };

function Checkbox({ id, label, isChecked, input: { error, ...input } }: CheckboxProps) {
  return (
    <div className="col-span-full">
      <label className="flex min-h-11 items-center gap-3">
        <input {...input} id={id} type="checkbox" defaultChecked={isChecked} className="size-5 accent-primary" />
        {label}
      </label>
      {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
    </div>
  );
}

/** The same summary, leading to the inputs of this form. */
export const prefixed = (summary: SummaryView, idPrefix: string): SummaryView => ({
  ...summary,
  problems: summary.problems.map(({ name, message }) => ({ name: `${idPrefix}-${name}`, message })),
});
