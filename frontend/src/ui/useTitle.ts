// The title of the browser's tab.
import { useEffect } from "react";
import { strings } from "../strings";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${strings.product}` : strings.product;
  }, [title]);
}
