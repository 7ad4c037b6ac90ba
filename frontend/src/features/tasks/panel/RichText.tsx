// Somebody's words: as they were typed until what draws Markdown has been fetched, and then drawn.
import { Suspense } from "react";
import { Markdown } from "./parts";

export function RichText({ text, className = "" }: { text: string; className?: string }) {
  return (
    <div className={`break-words ${className}`}>
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <Markdown text={text} />
      </Suspense>
    </div>
  );
}
