// A labelled form field with its hint and its error, tied together for screen readers.
import { ChevronDown } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

export const inputLook =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-ink transition-colors hover:border-muted focus-visible:border-accent aria-invalid:border-danger";

type Shared = { label: string; error?: string | undefined; hint?: ReactNode };

function describe(id: string, { error, hint }: Omit<Shared, "label">) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-invalid": Boolean(error), "aria-describedby": described || undefined };
}

function Frame({ id, label, error, hint, children }: Shared & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <div id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-xs text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({ label, error, hint, className = "", ...rest }: Shared & ComponentProps<"input">) {
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint}>
      <input {...rest} {...describe(id, { error, hint })} className={`${inputLook} h-9 ${className}`} />
    </Frame>
  );
}

export function TextArea({ label, error, hint, ...rest }: Shared & ComponentProps<"textarea">) {
  const id = useId();
  return (
    <Frame id={id} label={label} error={error} hint={hint}>
      <textarea {...rest} {...describe(id, { error, hint })} className={`${inputLook} min-h-20 py-2`} />
    </Frame>
  );
}

export function SelectField({ label, children, ...rest }: Pick<Shared, "label"> & ComponentProps<"select">) {
  const id = useId();
  return (
    <Frame id={id} label={label}>
      <Select {...rest} id={id} className="h-9">
        {children}
      </Select>
    </Frame>
  );
}

/** A choice without a label of its own to be seen. */
export function Select({ className = "", children, ...rest }: ComponentProps<"select">) {
  return (
    <div className="relative flex items-center">
      <select {...rest} className={`${inputLook} appearance-none pr-8 ${className}`}>
        {children}
      </select>
      <ChevronDown size={14} aria-hidden="true" className="pointer-events-none absolute right-2.5 text-muted" />
    </div>
  );
}
