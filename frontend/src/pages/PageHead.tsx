// The head of a page: its title and what can be done on it.
import type { ReactNode } from "react";
import { useTitle } from "../ui/useTitle";

/** Without a heading while the title is not known: an empty one would be read out as one. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useTitle(title);
  return (
    <header className="flex h-14 shrink-0 items-center justify-between gap-3 px-4">
      <div className="min-w-0">{title ? <h1 className="truncate text-base font-semibold">{title}</h1> : null}</div>
      {children}
    </header>
  );
}
