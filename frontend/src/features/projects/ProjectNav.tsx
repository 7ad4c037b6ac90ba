// The projects that are worked in as links of the navigation, with how much is to be done in each.
import { Settings2, SquareKanban } from "lucide-react";
import { Link } from "react-router";
import { strings } from "../../strings";
import { NavItem } from "../../ui/NavItem";
import { Skeletons } from "../../ui/Skeleton";
import type { ProjectCounts } from "./counts";
import { useProjectsByState } from "./queries";

export function ProjectNav({ counts }: { counts: ProjectCounts }) {
  const { active, isPending } = useProjectsByState();
  return (
    <div className="mt-5">
      <div className="flex items-center justify-between pb-1 pl-2">
        <h2 className="text-xs font-medium text-muted">{strings.nav.projects}</h2>
        <Link
          to="/projects"
          aria-label={strings.nav.manageProjects}
          title={strings.nav.manageProjects}
          className="inline-flex size-7 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <Settings2 size={14} aria-hidden="true" />
        </Link>
      </div>
      {isPending ? (
        <div className="px-2 py-1">
          <Skeletons count={2} className="h-5 w-3/4" />
        </div>
      ) : null}
      <ul>
        {active?.map((project) => (
          <li key={project.id}>
            <NavItem to={`/projects/${project.id}`} icon={SquareKanban} aside={<Unfinished count={counts.get(project.id)?.unfinished ?? 0} />}>
              {project.name}
            </NavItem>
          </li>
        ))}
      </ul>
      {active?.length === 0 ? <p className="px-2 text-sm text-muted">{strings.nav.noProjects}</p> : null}
    </div>
  );
}

function Unfinished({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span aria-hidden="true" title={strings.nav.unfinished(count)} className="text-xs font-normal text-muted">
      {count}
    </span>
  );
}
