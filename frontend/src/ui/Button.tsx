// Buttons: one with words, one with an icon and a name for screen readers.
import type { ComponentProps, ReactNode } from "react";

const LOOKS = {
  primary: "bg-accent-solid text-on-accent hover:bg-accent-solid-hover font-medium",
  plain: "border border-line bg-surface hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-ink",
};

type ButtonProps = ComponentProps<"button"> & { look?: keyof typeof LOOKS; busy?: boolean };

export function Button({ look = "plain", busy = false, className = "", disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled ?? busy}
      aria-busy={busy}
      className={`inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-3 whitespace-nowrap transition-colors disabled:opacity-60 ${LOOKS[look]} ${className}`}
    >
      {children}
    </button>
  );
}

type IconButtonProps = ComponentProps<"button"> & { label: string; children: ReactNode };

export function IconButton({ label, className = "", children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink ${className}`}
    >
      {children}
    </button>
  );
}
