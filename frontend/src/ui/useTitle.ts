// The title of the browser's tab: what was opened last gives it, and when that closes, what is below it.
import { useEffect, useRef } from "react";
import { strings } from "../strings";

type Shown = { title: string };

const shown: Shown[] = [];

function tell(): void {
  const title = shown.at(-1)?.title;
  document.title = title ? `${title} · ${strings.product}` : strings.product;
}

export function useTitle(title: string): void {
  const mine = useRef<Shown>({ title });
  useEffect(() => {
    const entry = mine.current;
    shown.push(entry);
    tell();
    return () => {
      shown.splice(shown.indexOf(entry), 1);
      tell();
    };
  }, []);
  useEffect(() => {
    mine.current.title = title;
    tell();
  }, [title]);
}
