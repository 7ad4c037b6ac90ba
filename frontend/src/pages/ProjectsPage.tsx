// The projects: what an admin makes, renames and archives.
import { Link, useSearchParams } from "react-router";
import { NewProject } from "../features/projects/NewProject";
import { ProjectList } from "../features/projects/ProjectList";
import { useMe } from "../session/Session";
import { todayIn } from "../ui/calendarDate";
import { projects as words } from "../words/projects";
import { ListPage } from "./ListPage";
import { useProjectCounts } from "./projectCounts";

const SHOWN = [
  { shown: "active", to: "/projects", name: words.active },
  { shown: "archived", to: "/projects?archived=true", name: words.archived },
] as const;

export default function ProjectsPage() {
  const [search] = useSearchParams();
  const { timeZone } = useMe();
  const counts = useProjectCounts();
  const shown = search.get("archived") === "true" ? "archived" : "active";
  return (
    <ListPage title={words.title} action={<Choice shown={shown} />}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          {shown === "active" ? <NewProject /> : <p className="mb-4 text-sm text-muted">{words.archivedText}</p>}
          <ProjectList shown={shown} counts={counts} reader={{ timeZone, today: todayIn(timeZone) }} />
        </div>
      </div>
    </ListPage>
  );
}

function Choice({ shown }: { shown: "active" | "archived" }) {
  return (
    <nav aria-label={words.show} className="flex gap-0.5 rounded-md border border-line bg-column p-px">
      {SHOWN.map((each) => (
        <Link
          key={each.shown}
          to={each.to}
          aria-current={each.shown === shown ? "page" : undefined}
          className="flex h-7 items-center rounded px-2.5 text-sm text-muted transition-colors hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:ring-1 aria-[current=page]:ring-line-strong"
        >
          {each.name}
        </Link>
      ))}
    </nav>
  );
}
