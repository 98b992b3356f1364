import type { FieldErrors } from "react-hook-form";
import type { SignUpInput } from "@/lib/accounts/sign-up/input";

type Errors = FieldErrors<Pick<SignUpInput, "children">>["children"];

/** What is wrong with the children, field by field, under the names that the fields bear. */
export function problemsOf(errors: Errors): { name: string; message: string }[] {
  const whole = errors?.root?.message ?? errors?.message;
  const each = Array.isArray(errors) ? errors : [];
  return [
    ...(typeof whole === "string" ? [{ name: "children", message: whole }] : []),
    ...each.flatMap((child, index) =>
      Object.entries((child ?? {}) as Record<string, { message?: string }>).map(([name, { message = "" }]) => ({
        name: `children.${index}.${name}`,
        message,
      })),
    ),
  ];
}
