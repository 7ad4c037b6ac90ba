// A part of the settings under its heading.
import { useId, type ReactNode } from "react";

export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line py-6 first:pt-2 last:border-0">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {text ? <p className="mt-0.5 text-sm text-muted">{text}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
