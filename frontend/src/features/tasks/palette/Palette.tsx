// One box from which every page, task and command is a few letters away.
import { useState, type ReactNode } from "react";
import type { TaskCard } from "../../../api/types";
import { Dialog } from "../../../ui/Dialog";
import PickList, { matching, type PickOption } from "../../../ui/PickList";
import { paletteWords as words } from "../../../words/commands";
import { useFoundTasks } from "../queries";
import { StatusGlyph } from "../StatusGlyph";
import { useDebounced } from "./useDebounced";

const PAUSE_MS = 250;

export type Command = { id: string; label: string; icon: ReactNode; group: "goTo" | "doIt"; run: () => void };

type PaletteProps = {
  commands: Command[];
  /** Which tasks are looked through. */
  within: { project?: string; assignee?: string };
  projectNames: ReadonlyMap<string, string>;
  onOpenTask: (task: TaskCard) => void;
  onClose: () => void;
};

export default function Palette({ commands, within, projectNames, onOpenTask, onClose }: PaletteProps) {
  const [typed, setTyped] = useState("");
  const asked = useDebounced(typed.trim(), PAUSE_MS);
  const found = useFoundTasks(asked, within);
  const tasks = typed.trim() && found.data ? found.data.items : [];
  const isSearching = typed.trim() !== "" && (asked !== typed.trim() || found.isFetching);

  const options: PickOption[] = [
    ...matching(
      commands.map(({ id, label, icon, group }) => ({ id, label, icon, group: words[group] })),
      typed,
    ),
    ...tasks.map((task) => ({
      id: task.id,
      label: task.title,
      icon: <StatusGlyph status={task.status} />,
      hint: projectNames.get(task.projectId),
      group: words.tasks,
    })),
  ];

  const pick = (id: string) => {
    const task = tasks.find((one) => one.id === id);
    const command = commands.find((one) => one.id === id);
    if (!task && !command) return;
    onClose();
    if (task) onOpenTask(task);
    else command?.run();
  };

  return (
    <Dialog bare title={words.title} onClose={onClose}>
      <PickList
        large
        label={words.label}
        options={options}
        typed={typed}
        onTyped={setTyped}
        onPick={pick}
        emptyText={isSearching ? words.searching : words.none}
      />
    </Dialog>
  );
}
