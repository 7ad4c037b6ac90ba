// Grey shapes where content is on its way; they appear only when it takes more than 200 ms.
import { strings } from "../strings";

function Skeleton({ className = "" }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-late rounded bg-line ${className}`} />;
}

export function Skeletons({ count, className }: { count: number; className: string }) {
  return (
    <div role="status" aria-label={strings.loading} className="flex flex-col gap-2">
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} className={className} />
      ))}
    </div>
  );
}
