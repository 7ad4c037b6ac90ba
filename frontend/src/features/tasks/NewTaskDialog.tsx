// A dialog that makes a task with everything that can be known about it from the start.
import { UserPlus } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import { asFailure, Problem } from "../../api/problem";
import type { People, Priority } from "../../api/types";
import { strings } from "../../strings";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { facesOf } from "../../ui/faces";
import { SelectField, TextArea, TextField } from "../../ui/Field";
import { useToast } from "../../ui/Toasts";
import { AssigneePicker } from "./AssigneePicker";
import { PRIORITIES } from "./PriorityBars";
import { useCreateTask } from "./changes";

type NewTaskProps = { projectId: string; people: People; onDone: () => void };

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

function NewTaskForm({ projectId, people, onDone }: NewTaskProps) {
  const create = useCreateTask();
  const toast = useToast();
  const [assigneeIds, setAssigneeIds] = useState<string[]>([]);
  const [dueDate, setDueDate] = useState("");
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const [priority, setPriority] = useState<Priority>("MEDIUM");
  const [labels, setLabels] = useState("");
  const fields = create.error instanceof Problem ? create.error.fields : {};

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    create.mutate(
      { projectId, title: title.trim(), description, priority, dueDate: dueDate || null, labels: labelsIn(labels), assigneeIds },
      {
        onSuccess: (task) => {
          onDone();
          toast({ title: strings.tasks.created(task.title) });
        },
      },
    );
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
          setTitle(event.target.value);
        }}
      />
      <TextArea
        label={strings.task.description}
        maxLength={10_000}
        value={description}
        error={fields["description"]}
        onChange={(event) => {
          setDescription(event.target.value);
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={strings.task.priority}
          value={priority}
          onChange={(event) => {
            setPriority(event.target.value as Priority);
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
            setDueDate(event.target.value);
          }}
        />
      </div>
      <TextField
        label={strings.task.labels}
        hint={strings.task.labelsHint}
        value={labels}
        error={fields["labels"]}
        onChange={(event) => {
          setLabels(event.target.value);
        }}
      />
      <ChosenPeople people={people} chosen={assigneeIds} onChange={setAssigneeIds} />
      {create.error ? (
        <p role="alert" className="text-sm text-danger">
          {asFailure(create.error).message}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{strings.cancel}</Button>
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
