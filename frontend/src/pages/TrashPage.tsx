// The trash: of all projects, or of the one that the address names.
import { useSearchParams } from "react-router";
import type { TrashedTask } from "../api/types";
import { TrashList } from "../features/trash/TrashList";
import { Select } from "../ui/Field";
import { trash as words } from "../words/trash";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

function linkTo({ projectId, id }: TrashedTask): string {
  return `/projects/${projectId}/tasks/${id}`;
}

export default function TrashPage() {
  const { me, people, projectNames, today } = useWorkspace();
  const [search] = useSearchParams();
  const projectId = search.get("project");
  return (
    <ListPage title={words.title} action={<ProjectChoice projectNames={projectNames} projectId={projectId} />}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          <p className="mb-4 text-sm text-muted">{words.text}</p>
          <TrashList key={projectId} projectId={projectId} reader={{ people, projectNames, timeZone: me.timeZone, today }} linkTo={linkTo} />
        </div>
      </div>
    </ListPage>
  );
}

function ProjectChoice({ projectNames, projectId }: { projectNames: ReadonlyMap<string, string>; projectId: string | null }) {
  const [, setSearch] = useSearchParams();
  return (
    <Select
      aria-label={words.project}
      value={projectId ?? ""}
      className="h-8 max-w-48"
      onChange={(event) => {
        setSearch(event.target.value ? { project: event.target.value } : {});
      }}
    >
      <option value="">{words.allProjects}</option>
      {[...projectNames].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
