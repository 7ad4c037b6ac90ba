// A number that leads to the tasks it counts.
import { Link } from "react-router";
import { overview } from "../../words/overview";

type FigureProps = { count: number; kind: string; to: string | null; project?: string };

export function Figure({ count, kind, to, project }: FigureProps) {
  if (to === null || count === 0) return <span className={count === 0 ? "text-muted" : ""}>{count}</span>;
  const { inProject, count: counted } = overview;
  return (
    <Link
      to={to}
      aria-label={project === undefined ? counted(count, kind) : inProject(count, kind, project)}
      className="inline-block min-w-6 rounded py-[3px] underline decoration-line-strong decoration-1 underline-offset-4 transition-colors hover:text-accent hover:decoration-accent"
    >
      {count}
    </Link>
  );
}
