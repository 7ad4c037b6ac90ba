// The frame of the pages before signing in: the mark, a heading, a form.
import type { ReactNode } from "react";
import { strings } from "../strings";
import { BatonMark } from "../ui/BatonMark";
import { useTitle } from "../ui/useTitle";

export function EntryFrame({ title, text, children, foot }: { title: string; text?: string; children: ReactNode; foot?: ReactNode }) {
  useTitle(title);
  return (
    <main className="flex min-h-full flex-col items-center bg-sidebar px-4 py-10 sm:justify-center">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2.5">
          <BatonMark size={28} />
          <span className="text-lg font-semibold tracking-tight">{strings.product}</span>
        </div>
        <div className="rounded-xl border border-line bg-surface p-6">
          <h1 className="text-lg font-semibold">{title}</h1>
          {text ? <p className="mt-1 break-words text-muted">{text}</p> : null}
          {children}
        </div>
        {foot ? <p className="mt-4 text-center text-sm text-muted">{foot}</p> : null}
      </div>
    </main>
  );
}

export const entryLink = "font-medium text-accent underline-offset-2 hover:underline";

export function EntryError({ message }: { message: string | null }) {
  return (
    <div role="alert">
      {message ? <p className="rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">{message}</p> : null}
    </div>
  );
}
