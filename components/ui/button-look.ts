/** How a button looks, whatever it is made of. */
export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes; wide?: boolean };

const variants = {
  primary: "border-primary bg-primary text-on-primary hover:border-primary-strong hover:bg-primary-strong",
  secondary: "border-line-strong bg-paper text-ink hover:border-primary hover:text-primary-strong",
  ghost: "border-transparent text-primary-strong hover:bg-primary-soft",
  danger: "border-cancel-line bg-paper text-cancel hover:bg-cancel-soft",
};

const sizes = {
  normal: "min-h-11 px-4 text-base",
  small: "min-h-9 px-3 text-sm",
  inline: "min-h-9 text-sm underline decoration-1 underline-offset-3 hover:bg-transparent",
};

export const lookOf = ({ variant = "secondary", size = "normal", wide = false }: ButtonLook, className = "") =>
  `inline-flex items-center justify-center gap-2 rounded-control border py-1.5 text-center leading-tight font-semibold no-underline transition-colors focus-visible:rounded-control aria-disabled:cursor-not-allowed aria-disabled:opacity-60 ${variants[variant]} ${sizes[size]} ${wide ? "w-full" : ""} ${className}`;
