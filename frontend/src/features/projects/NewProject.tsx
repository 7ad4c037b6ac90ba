// Makes a project from its name; the box stays, for the next one.
import { Plus } from "lucide-react";
import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";
import { useLocation } from "react-router";
import { asFailure } from "../../api/problem";
import { Button } from "../../ui/Button";
import { inputLook } from "../../ui/Field";
import { projects as words } from "../../words/projects";
import { useCreateProject } from "./changes";

export function NewProject() {
  const { mutate, error, isPending, isSuccess, data, reset } = useCreateProject();
  const [name, setName] = useState("");
  const [checked, setChecked] = useState(false);
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === "#new") box.current?.focus();
  }, [hash]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    const wanted = name.trim();
    if (!wanted || isPending) return;
    mutate(wanted, {
      onSuccess: () => {
        setName("");
        setChecked(false);
      },
    });
  };
  const trouble = checked && !name.trim() ? words.needName : error ? `${words.notCreated}: ${asFailure(error).message}` : null;

  return (
    <form onSubmit={submit} noValidate className="mb-5 max-w-md">
      <label htmlFor={id} className="sr-only">
        {words.create}
      </label>
      <div className="flex gap-2">
        <input
          ref={box}
          id={id}
          maxLength={100}
          autoComplete="off"
          placeholder={words.namePlaceholder}
          value={name}
          aria-invalid={trouble !== null}
          aria-describedby={trouble ? `${id}-error` : undefined}
          className={`${inputLook} h-8`}
          onChange={(event) => {
            setName(event.target.value);
            if (error) reset();
          }}
        />
        <Button type="submit" look="primary" busy={isPending}>
          <Plus size={16} aria-hidden="true" />
          {words.add}
        </Button>
      </div>
      {trouble ? (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-danger">
          {trouble}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {isSuccess ? words.created(data.name) : ""}
      </p>
    </form>
  );
}
