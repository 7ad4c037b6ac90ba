// A dialog that makes a task with everything that can be known about it from the start.
import { UserPlus } from "lucide-react";
import { useEffect, useRef, type SubmitEvent } from "react";
import { asFailure, Problem } from "../../api/problem";
import type { People, Priority, User } from "../../api/types";
import { strings } from "../../strings";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { facesOf } from "../../ui/faces";
import { SelectField, TextArea, TextField } from "../../ui/Field";
import { useToast } from "../../ui/Toasts";
import { AssigneePicker } from "./AssigneePicker";
import { PRIORITIES } from "./PriorityBars";
import { useCreateTask } from "./creation";
import { useNewTaskDraft, type NewTaskDraft } from "./newTaskDraft";

type NewTaskProps = {
  me: User;
  people: People;
  /** Those that take new tasks, by id; the task goes into the one named here unless another is chosen. */
  projects: ReadonlyMap<string, string>;
  projectId: string;
  onDone: () => void;
};

export default function NewTaskDialog(props: NewTaskProps) {
  return (
    <Dialog title={strings.board.newTask} onClose={props.onDone}>
      <NewTaskForm {...props} />
    </Dialog>
  );
}

function labelsIn(typed: string): string[] {
  const labels = typed.split(",").map((label) => label.trim());
  return [...new Set(labels.filter(Boolean))];
}

/** Sends what is typed; the dialog may be closed before the answer comes. */
function useSending({ onDone, forget }: { onDone: () => void; forget: (sent: NewTaskDraft) => void }) {
  const create = useCreateTask();
  const toast = useToast();
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const send = async (draft: NewTaskDraft, projectId: string) => {
    const { title, dueDate, labels, ...rest } = draft;
    try {
      const task = await create.mutateAsync({ ...rest, projectId, title: title.trim(), dueDate: dueDate || null, labels: labelsIn(labels) });
      forget(draft);
      if (isOpen.current) onDone();
      toast({ title: strings.tasks.created(task.title) });
    } catch (error) {
      if (!isOpen.current) toast({ kind: "failure", title: strings.tasks.notCreated(title.trim()), failure: asFailure(error) });
    }
  };
  return { create, send };
}

function NewTaskForm({ me, people, projects, projectId: usual, onDone }: NewTaskProps) {
  const { draft, hasWords, change, discard, forget } = useNewTaskDraft(me);
  const { create, send } = useSending({ onDone, forget });
  const { title, description, priority, dueDate, labels, assigneeIds } = draft;
  const projectId = draft.projectId !== null && projects.has(draft.projectId) ? draft.projectId : usual;
  const fields = create.error instanceof Problem ? create.error.fields : {};

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!create.isPending) void send(draft, projectId);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4 p-4">
      <TextField
        label={strings.task.title}
        // The dialog opens because somebody asked to type into it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        required
        maxLength={200}
        value={title}
        error={fields["title"]}
        onChange={(event) => {
          change({ title: event.target.value });
        }}
      />
      <TextArea
        label={strings.task.description}
        maxLength={10_000}
        value={description}
        error={fields["description"]}
        onChange={(event) => {
          change({ description: event.target.value });
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={strings.task.priority}
          value={priority}
          onChange={(event) => {
            change({ priority: event.target.value as Priority });
          }}
        >
          {PRIORITIES.map((choice) => (
            <option key={choice} value={choice}>
              {strings.tasks.priorities[choice]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={strings.task.due}
          type="date"
          value={dueDate}
          error={fields["dueDate"]}
          onChange={(event) => {
            change({ dueDate: event.target.value });
          }}
        />
      </div>
      <TextField
        label={strings.task.labels}
        hint={strings.task.labelsHint}
        value={labels}
        error={fields["labels"]}
        onChange={(event) => {
          change({ labels: event.target.value });
        }}
      />
      {projects.size > 0 ? (
        <SelectField
          label={strings.task.project}
          value={projectId}
          onChange={(event) => {
            change({ projectId: event.target.value });
          }}
        >
          {[...projects].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <ChosenPeople
        people={people}
        chosen={assigneeIds}
        onChange={(ids) => {
          change({ assigneeIds: ids });
        }}
      />
      {create.error ? (
        <p role="alert" className="text-sm text-danger">
          {asFailure(create.error).message}
        </p>
      ) : null}
      {/* In sight on a phone too, where the form is taller than the dialog. */}
      <div className="sticky bottom-0 -mx-4 -mb-4 flex justify-end gap-2 bg-raised p-4">
        <Button
          onClick={() => {
            discard();
            onDone();
          }}
        >
          {hasWords ? strings.panel.discard : strings.cancel}
        </Button>
        <Button type="submit" look="primary" busy={create.isPending}>
          {strings.task.create}
        </Button>
      </div>
    </form>
  );
}

type ChosenPeopleProps = { people: People; chosen: string[]; onChange: (ids: string[]) => void };

function ChosenPeople({ people, chosen, onChange }: ChosenPeopleProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <AssigneePicker
        people={people}
        chosen={chosen}
        onToggle={(userId, assigned) => {
          onChange(assigned ? [...chosen, userId] : chosen.filter((id) => id !== userId));
        }}
        trigger={
          <Button>
            <UserPlus size={14} aria-hidden="true" />
            {strings.task.assign}
          </Button>
        }
      />
      {facesOf(people, chosen).map((face) => (
        <span key={face.id} className="inline-flex items-center gap-1.5 rounded-full bg-hover py-1 pr-2.5 pl-1 text-sm">
          <Avatar face={face} />
          {face.name}
        </span>
      ))}
    </div>
  );
}
