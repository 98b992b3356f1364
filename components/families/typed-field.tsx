import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { FieldLook } from "./section-fields";

type Props = {
  look: FieldLook;
  /** The person edits their own file: their browser may help. */
  isSelf: boolean;
  /** What the form gives to its input: name, default, error, and what listens to it. */
  input: { name: string; defaultValue?: unknown; error?: string };
};

/** The input of a field, as its look says. */
export function TypedField({ look, isSelf, input }: Props) {
  const { label, type, optional, options = [], hint, autoComplete } = look;
  const { defaultValue, ...rest } = input;
  const shared = { label, hint, optional, autoComplete: isSelf ? autoComplete : "off" };

  if (type === "checkbox") return <Checkbox label={label} isChecked={defaultValue === true} input={rest} />;
  const value = typeof defaultValue === "string" ? defaultValue : "";
  return type === "select" ? (
    <SelectField {...shared} {...rest} options={options} defaultValue={value} />
  ) : (
    <TextField {...shared} {...rest} type={type} defaultValue={value} />
  );
}

type CheckboxProps = { label: string; isChecked: boolean; input: { name: string; error?: string } };

function Checkbox({ label, isChecked, input: { error, ...input } }: CheckboxProps) {
  return (
    <div className="col-span-full">
      <label className="flex min-h-11 items-center gap-3">
        <input
          {...input}
          id={input.name}
          type="checkbox"
          defaultChecked={isChecked}
          className="size-5 accent-primary"
        />
        {label}
      </label>
      {error && <p className="text-sm font-semibold text-cancel">{error}</p>}
    </div>
  );
}
