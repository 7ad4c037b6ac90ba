// The palette, the help on keys, or the form for a new task: fetched when one of them is first asked for.
import { ChartNoAxesColumn, CircleCheckBig, Folders, Inbox, Keyboard, Moon, Plus, Settings, SquareKanban, Trash2, Users, type LucideIcon } from "lucide-react";
import { useMatch, useNavigate, useParams } from "react-router";
import { isGeneral } from "../features/projects/archiving";
import { useProjectsByState } from "../features/projects/queries";
import KeysDialog from "../features/tasks/keys/KeysDialog";
import NewTaskDialog from "../features/tasks/NewTaskDialog";
import Palette, { type Command } from "../features/tasks/palette/Palette";
import { strings } from "../strings";
import { THEMES, useTheme } from "../ui/theme";
import { paletteWords as words } from "../words/commands";
import type { Opened } from "./commandOpener";
import { useWorkspace } from "./workspace";

type OpenedCommandProps = { what: Opened; onOpen: (what: Opened) => void; onClose: () => void };

/** The project whose board or list is shown. */
function useShownProject(): string | undefined {
  const match = useMatch("/projects/:projectId/*");
  const { projectId } = useParams();
  return match?.params.projectId ?? projectId;
}

/** The shown one, unless it is archived; else General. */
function useProjectForNewTask(): string | undefined {
  const { active } = useProjectsByState();
  const shown = useShownProject();
  const wanted = active?.find(({ id }) => id === shown) ?? active?.find(isGeneral) ?? active?.[0];
  return wanted?.id;
}

export default function OpenedCommand({ what, onOpen, onClose }: OpenedCommandProps) {
  const { me, people, projectNames, openProjects } = useWorkspace();
  const newTaskIn = useProjectForNewTask();
  const shown = useShownProject();
  const navigate = useNavigate();
  const commands = useCommandList({ onOpen });
  const isAdmin = me.role === "ADMIN";

  if (what === "keys") return <KeysDialog isAdmin={isAdmin} onClose={onClose} />;
  if (what === "new-task") return newTaskIn ? <NewTaskDialog me={me} people={people} projects={openProjects} projectId={newTaskIn} onDone={onClose} /> : null;
  const within = isAdmin ? (shown ? { project: shown } : {}) : { assignee: me.id };
  return (
    <Palette
      commands={commands}
      within={within}
      projectNames={projectNames}
      onClose={onClose}
      onOpenTask={(task) => {
        const list = isAdmin ? `/projects/${task.projectId}` : "/my-tasks";
        const isBeside = isAdmin && task.projectId === shown;
        // Beside the list that is shown it keeps what that is narrowed to.
        void navigate(`${list}/tasks/${task.id}${isBeside ? window.location.search : ""}`, { state: { openedFromList: isBeside } });
      }}
    />
  );
}

function useCommandList({ onOpen }: Pick<OpenedCommandProps, "onOpen">): Command[] {
  const { me, projectNames } = useWorkspace();
  const [, setTheme] = useTheme();
  const navigate = useNavigate();
  const isAdmin = me.role === "ADMIN";

  const icon = (Icon: LucideIcon) => <Icon size={16} aria-hidden="true" className="shrink-0 text-muted" />;
  const goTo = (to: string, label: string, Icon: LucideIcon): Command => ({ id: to, label, icon: icon(Icon), group: "goTo", run: () => void navigate(to) });
  const doIt = (id: string, label: string, Icon: LucideIcon, run: () => void): Command => ({ id, label, icon: icon(Icon), group: "doIt", run });
  const only = (commands: Command[]) => (isAdmin ? commands : []);

  return [
    goTo("/my-tasks", strings.nav.myTasks, CircleCheckBig),
    goTo("/inbox", strings.inbox.title, Inbox),
    ...only([...projectNames].map(([id, name]) => goTo(`/projects/${id}`, name, SquareKanban))),
    goTo("/overview", strings.nav.overview, ChartNoAxesColumn),
    ...only([
      goTo("/projects", strings.nav.projects, Folders),
      goTo("/team", strings.nav.team, Users),
      goTo("/trash", strings.nav.trash, Trash2),
    ]),
    goTo("/settings", strings.nav.settings, Settings),
    ...only([
      doIt("new-task", words.newTask, Plus, () => {
        onOpen("new-task");
      }),
    ]),
    doIt("keys", words.help, Keyboard, () => {
      onOpen("keys");
    }),
    ...THEMES.map((theme) =>
      doIt(`theme-${theme}`, words.theme(strings.theme.names[theme]), Moon, () => {
        setTheme(theme);
      }),
    ),
  ];
}
