// The projects that are worked in, or those that are archived, with what an admin does with one.
import { Archive, FolderArchive, SquareKanban } from "lucide-react";
import { asFailure } from "../../api/problem";
import type { Project } from "../../api/types";
import { IconButton } from "../../ui/Button";
import { exactDate, shortDate } from "../../ui/calendarDate";
import { dayOf } from "../../ui/moments";
import { Empty, Failure } from "../../ui/Notice";
import { Skeletons } from "../../ui/Skeleton";
import { projects as words } from "../../words/projects";
import { isGeneral, useArchive } from "./archiving";
import type { ProjectCounts } from "./counts";
import { ProjectName } from "./ProjectName";
import { useProjectsByState } from "./queries";

type Reader = { timeZone: string; today: string };

export function ProjectList({ shown, counts, reader }: { shown: "active" | "archived"; counts: ProjectCounts; reader: Reader }) {
  const { active, archived, error, isPending, refetch } = useProjectsByState();
  if (isPending) return <Skeletons count={4} className="h-11 w-full" />;
  const projects = shown === "active" ? active : archived;
  if (!projects) return <Failure title={words.failed} failure={asFailure(error)} onRetry={() => void refetch()} />;
  if (projects.length === 0) return <Nothing shown={shown} />;
  return (
    <ul aria-label={words.title} className="divide-y divide-line rounded-lg border border-line bg-surface">
      {projects.map((project) => (
        <ProjectRow key={project.id} project={project} counts={counts} reader={reader} />
      ))}
    </ul>
  );
}

function Nothing({ shown }: { shown: "active" | "archived" }) {
  if (shown === "active") return <Empty icon={SquareKanban} title={words.empty} text={words.emptyText} />;
  return <Empty icon={FolderArchive} title={words.noneArchived} text={words.noneArchivedText} />;
}

function ProjectRow({ project, counts, reader: { timeZone, today } }: { project: Project; counts: ProjectCounts; reader: Reader }) {
  const archive = useArchive();
  const made = dayOf(project.createdAt, timeZone);
  const count = counts.get(project.id);
  const Icon = project.archived ? FolderArchive : SquareKanban;
  return (
    <li className="flex min-h-11 items-center gap-3 px-3 py-1.5">
      <Icon size={16} aria-hidden="true" className="shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-center">
        <ProjectName project={project} />
        <p className="flex shrink-0 flex-wrap items-center gap-x-3 text-xs whitespace-nowrap text-muted">
          {count && count.unfinished > 0 ? <span>{words.unfinished(count.unfinished)}</span> : null}
          {count && count.overdue > 0 ? <span className="text-danger">{words.overdue(count.overdue)}</span> : null}
          <span title={exactDate(made)} className="sm:w-28 sm:text-right">
            {words.since(shortDate(made, today))}
          </span>
        </p>
      </div>
      {project.archived || isGeneral(project) ? (
        <span className="size-7 shrink-0" />
      ) : (
        <IconButton
          label={words.archive(project.name)}
          onClick={() => {
            archive(project);
          }}
        >
          <Archive size={15} />
        </IconButton>
      )}
    </li>
  );
}
