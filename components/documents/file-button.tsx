import type { ReactNode } from "react";

type FileButtonProps = {
  icon: ReactNode;
  what: string;
  accept: string;
  capture?: "environment";
  className?: string;
  onChoose: (files: FileList | null) => void;
  children: ReactNode;
};

/** Looks like a button, opens the choice of a file or the camera. */
export function FileButton({
  icon,
  what,
  accept,
  capture,
  className = "inline-flex",
  onChoose,
  children,
}: FileButtonProps) {
  return (
    <label
      className={`${className} min-h-9 cursor-pointer items-center gap-2 rounded-control border border-line-strong bg-paper px-3 py-1.5 text-sm font-semibold hover:border-primary hover:text-primary-strong has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary pointer-coarse:min-h-11`}
    >
      {icon}
      <span>
        {children}
        <span className="sr-only"> : {what}</span>
      </span>
      <input
        type="file"
        name="file"
        accept={accept}
        capture={capture}
        onChange={({ target }) => {
          onChoose(target.files);
          // So that the same file may be chosen again once it was mended.
          target.value = "";
        }}
        className="sr-only noscript:not-sr-only"
      />
    </label>
  );
}
