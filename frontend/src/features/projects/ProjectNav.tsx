// The projects as links in the navigation.
import { SquareKanban } from "lucide-react";
import { strings } from "../../strings";
import { NavItem } from "../../ui/NavItem";
import { Skeletons } from "../../ui/Skeleton";
import { useProjects } from "./queries";

export function ProjectNav() {
  const { data, isPending } = useProjects();
  return (
    <div className="mt-5">
      <h2 className="px-2 pb-1 text-xs font-medium text-muted">{strings.nav.projects}</h2>
      {isPending ? (
        <div className="px-2 py-1">
          <Skeletons count={2} className="h-5 w-3/4" />
        </div>
      ) : null}
      <ul>
        {data?.map((project) => (
          <li key={project.id}>
            <NavItem to={`/projects/${project.id}`} icon={SquareKanban}>
              {project.name}
            </NavItem>
          </li>
        ))}
      </ul>
      {data?.length === 0 ? <p className="px-2 text-sm text-muted">{strings.nav.noProjects}</p> : null}
    </div>
  );
}
