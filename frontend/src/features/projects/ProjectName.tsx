// A project's name: a link to its tasks, or a box to rename it in place.
import { Pencil } from "lucide-react";
import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { Link } from "react-router";
import { asFailure } from "../../api/problem";
import type { Project } from "../../api/types";
import { IconButton } from "../../ui/Button";
import { inputLook } from "../../ui/Field";
import { projects as words } from "../../words/projects";
import { useRenameProject } from "./changes";

export function ProjectName({ project }: { project: Project }) {
  const [isEditing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) pencil.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  if (isEditing)
    return (
      <NameBox
        project={project}
        onDone={() => {
          setEditing(false);
        }}
      />
    );
  return (
    <div className="group flex min-w-0 flex-1 items-center gap-1">
      <Link to={`/projects/${project.id}`} className="truncate leading-6 font-medium underline-offset-2 hover:underline">
        {project.name}
      </Link>
      <IconButton
        ref={pencil}
        label={words.rename(project.name)}
        className="[@media(hover:hover)]:opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        onClick={() => {
          setEditing(true);
        }}
      >
        <Pencil size={14} />
      </IconButton>
    </div>
  );
}

function NameBox({ project, onDone }: { project: Project; onDone: () => void }) {
  const { mutate, error, isPending } = useRenameProject(project.id);
  const [name, setName] = useState(project.name);
  const [checked, setChecked] = useState(false);
  const id = useId();
  const wanted = name.trim();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!wanted || isPending) return;
    if (wanted === project.name) onDone();
    else mutate(wanted, { onSuccess: onDone });
  };
  const trouble = checked && !wanted ? words.needName : error ? `${words.notRenamed(project.name)}: ${asFailure(error).message}` : null;

  return (
    <form onSubmit={submit} noValidate className="min-w-0 flex-1">
      <input
        ref={box}
        aria-label={words.newName(project.name)}
        aria-describedby={`${id}-hint`}
        aria-invalid={trouble !== null}
        maxLength={100}
        autoComplete="off"
        value={name}
        className={`${inputLook} h-8 max-w-sm`}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onDone();
        }}
      />
      <p id={`${id}-hint`} role={trouble ? "alert" : undefined} className={`mt-1 text-xs ${trouble ? "text-danger" : "text-muted"}`}>
        {trouble ?? words.renameHint}
      </p>
    </form>
  );
}
