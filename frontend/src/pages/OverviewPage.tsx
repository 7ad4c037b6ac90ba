// How the tasks stand: the team's for an admin, their own for a member.
import type { Status } from "../api/types";
import { Overview } from "../features/overview/Overview";
import type { Links } from "../features/overview/kinds";
import { NO_FILTERS, searchOf } from "../features/tasks/filters/taskQuery";
import { StatusGlyph } from "../features/tasks/StatusGlyph";
import { overview } from "../words/overview";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

const UNFINISHED: Status[] = ["OPEN", "IN_PROGRESS", "UNDER_REVIEW"];

const projectList: Links = (projectId, kind) => {
  if (projectId === null) return null;
  const status = kind === "OVERDUE" ? [] : kind === "UNFINISHED" ? UNFINISHED : [kind];
  const search = searchOf({ ...NO_FILTERS, status, due: kind === "OVERDUE" ? "overdue" : null, view: "list", sort: null });
  return `/projects/${projectId}${search}`;
};

/** One's own tasks are one list, in groups by what is pressing: these numbers lead to the group that holds what they count. */
const GROUPS: Partial<Record<Parameters<Links>[1], string>> = { OVERDUE: "#overdue", COMPLETED: "#done", CLOSED: "#done" };

const ownList: Links = (_, kind) => `/my-tasks${GROUPS[kind] ?? ""}`;

export default function OverviewPage() {
  const { me, projectNames } = useWorkspace();
  const isAdmin = me.role === "ADMIN";
  return (
    <ListPage title={overview.title}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          <Overview
            of={isAdmin ? "team" : "me"}
            projectNames={projectNames}
            links={isAdmin ? projectList : ownList}
            glyphOf={(kind) => <StatusGlyph status={kind} size={14} />}
          />
        </div>
      </div>
    </ListPage>
  );
}
