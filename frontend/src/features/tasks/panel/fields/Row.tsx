// A line of the panel: the name of a field, its value or the control that changes it, and what stands below.
import type { ComponentProps, ReactNode } from "react";

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[96px_1fr] items-start">
      <dt className="py-[7px] text-sm leading-[18px] text-muted">{name}</dt>
      <dd className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 gap-y-1">{children}</dd>
    </div>
  );
}

/** A value that opens what changes it; an icon takes the room of a face, so that all words stand in line. */
export function ValueButton({ className = "", ...rest }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      className={`-ml-2 inline-flex min-h-8 max-w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-hover [&>svg]:mx-[3px] ${className}`}
    />
  );
}
