type Props = { id: string; name: string; label: string; defaultChecked?: boolean; error?: string };

/** A yes or no, with its words to press on. */
export function TickField({ id, name, label, defaultChecked }: Props) {
  return (
    <label htmlFor={id} className="flex min-h-9 items-center gap-3">
      <input type="checkbox" id={id} name={name} defaultChecked={defaultChecked} className="size-5 accent-primary" />
      {label}
    </label>
  );
}
