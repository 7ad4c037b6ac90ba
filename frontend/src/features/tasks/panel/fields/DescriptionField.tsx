// The description: drawn as Markdown, edited as text; leaving the box keeps what was typed as a draft.
import { Pencil } from "lucide-react";
import { useEffect, useRef, useState, type MouseEvent } from "react";
import { strings } from "../../../../strings";
import { IconButton } from "../../../../ui/Button";
import { RichText } from "../RichText";
import { TextEditor } from "../TextEditor";
import { FieldNote } from "./FieldNote";
import { useField, type Known } from "./useField";

const NAME = strings.panel.fields.description;

type DescriptionProps = Known & { editable: boolean; who: string };

export function DescriptionField({ editable, who, ...known }: DescriptionProps) {
  const field = useField("description", known);
  const section = useRef<HTMLElement>(null);
  // A box that was open before a reload comes back without taking the focus.
  const [opened, setOpened] = useState<boolean | null>(null);
  const isOpen = editable && field.unsaved?.mode === "typing";

  useEffect(() => {
    if (opened === false) section.current?.querySelector("button")?.focus();
  }, [opened]);

  const open = () => {
    setOpened(true);
    field.type(field.unsaved?.mine ?? field.saved);
  };
  const openByClick = ({ target }: MouseEvent) => {
    const isReading = (target as Element).closest("a") !== null || window.getSelection()?.isCollapsed === false;
    if (!isReading) open();
  };

  if (isOpen)
    return (
      <TextEditor
        label={strings.task.description}
        value={field.unsaved?.mine ?? ""}
        saveLabel={strings.panel.save}
        takesFocus={opened === true}
        onType={field.type}
        onSave={() => {
          field.save((field.unsaved?.mine ?? "").trimEnd());
          setOpened(false);
        }}
        onCancel={() => {
          field.keep();
          setOpened(false);
        }}
      />
    );
  return (
    <section ref={section} aria-label={strings.task.description} className="group relative flex flex-col gap-1">
      {editable && field.shown ? (
        <IconButton
          label={strings.panel.edit(NAME)}
          onClick={open}
          className="absolute -top-1 -right-2 bg-raised opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
        >
          <Pencil size={14} />
        </IconButton>
      ) : null}
      {field.shown ? (
        // The button does the same for those who use no mouse.
        <div role="presentation" {...(editable && { onClick: openByClick })} className={editable ? "cursor-text" : ""}>
          <RichText text={field.shown} className="pr-6" />
        </div>
      ) : null}
      {!field.shown && editable ? (
        <button
          type="button"
          onClick={open}
          className="-mx-2 h-8 cursor-text rounded-md px-2 text-left text-muted transition-colors hover:bg-hover"
        >
          {strings.panel.addDescription}
        </button>
      ) : null}
      {!field.shown && !editable ? <p className="text-muted">{strings.task.noDescription}</p> : null}
      <FieldNote field={field} show={(text) => text} who={who} onEdit={open} />
    </section>
  );
}
