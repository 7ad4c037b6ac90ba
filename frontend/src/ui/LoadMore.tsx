// Fetches the next page when the end of a list comes into view, and has a button for those who don't scroll.
import { useEffect, useRef } from "react";
import { strings } from "../strings";
import { Button } from "./Button";

// A little before the end is seen; browsers that don't know it yet fetch when it is.
const AHEAD: IntersectionObserverInit & { scrollMargin: string } = { scrollMargin: "300px" };

export function LoadMore({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || busy) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onMore();
    }, AHEAD);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [busy, onMore]);
  return (
    <div ref={end} className="py-1">
      <Button look="quiet" className="w-full" busy={busy} onClick={onMore}>
        {busy ? strings.loading : strings.loadMore}
      </Button>
    </div>
  );
}
