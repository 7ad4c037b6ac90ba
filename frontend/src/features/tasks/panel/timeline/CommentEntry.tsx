// One comment; its author can change it in place, or delete it after one more question: nothing brings it back.
import { Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Comment, Task, User } from "../../../../api/types";
import { strings } from "../../../../strings";
import { Avatar } from "../../../../ui/Avatar";
import { Button, IconButton } from "../../../../ui/Button";
import type { Face } from "../../../../ui/faces";
import { useIsWaiting } from "../../sending";
import { Draft, Waiting } from "../fields/FieldNote";
import { RichText } from "../RichText";
import { TextEditor } from "../TextEditor";
import { forgetUnsaved, keepUnsaved, useUnsaved } from "../unsaved";
import { editPlace, useCommentChanges } from "./commentChanges";
import { When, type Clock } from "./When";

const words = strings.activity;

type CommentProps = { comment: Comment; author: Face; task: Task; me: User; clock: Clock };

export function CommentEntry({ comment, author, task, me, clock }: CommentProps) {
  const place = editPlace({ task, me }, comment.id);
  const unsaved = useUnsaved<string>(place);
  const waiting = useIsWaiting(task.id, place);
  const { edit, remove, resume } = useCommentChanges({ task, me });
  const resumeOnce = useRef(() => {
    resume(comment);
  });
  useEffect(() => {
    resumeOnce.current();
  }, []);
  const [asking, setAsking] = useState(false);
  const isOwn = comment.authorId === me.id;
  const when = clock.exactly(comment.createdAt);

  const open = () => {
    keepUnsaved(place, { mine: unsaved?.mine ?? comment.text, base: comment.text, mode: "typing" });
  };
  const tools = (
    <>
      <IconButton label={words.edit(when)} onClick={open}>
        <Pencil size={13} />
      </IconButton>
      <IconButton
        label={words.delete(when)}
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trash2 size={13} />
      </IconButton>
    </>
  );

  if (isOwn && unsaved?.mode === "typing")
    return (
      <Frame author={author} head={<When at={comment.createdAt} clock={clock} />}>
        <TextEditor
          label={words.editLabel}
          value={unsaved.mine}
          saveLabel={strings.panel.save}
          required
          takesFocus
          onType={(mine) => {
            keepUnsaved(place, { ...unsaved, mine });
          }}
          onSave={() => {
            const text = unsaved.mine.trim();
            if (text === comment.text) forgetUnsaved(place);
            else edit(comment, text);
          }}
          onCancel={() => {
            if (unsaved.mine === comment.text) forgetUnsaved(place);
            else keepUnsaved(place, { ...unsaved, mode: "kept" });
          }}
        />
      </Frame>
    );
  return (
    <Frame
      author={author}
      head={
        <>
          <When at={comment.createdAt} clock={clock} />
          {comment.editedAt ? <span title={clock.exactly(comment.editedAt)}>({words.edited})</span> : null}
          {isOwn && !asking ? (
            <span className="ml-auto flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">{tools}</span>
          ) : null}
        </>
      }
    >
      <RichText text={comment.text} />
      {waiting ? <Waiting /> : null}
      {unsaved?.mode === "kept" ? (
        <Draft
          onEdit={open}
          onDiscard={() => {
            forgetUnsaved(place);
          }}
        />
      ) : null}
      {asking ? (
        <ReallyDelete
          onYes={() => {
            remove(comment);
          }}
          onNo={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </Frame>
  );
}

export function Frame({ author, head, children }: { author: Face; head: ReactNode; children: ReactNode }) {
  return (
    <article className="group rounded-lg border border-line bg-surface px-3 py-2">
      <header className="mb-0.5 flex min-h-7 flex-wrap items-center gap-x-2 text-xs text-muted">
        <Avatar face={author} />
        <span className="font-medium text-ink">{author.name}</span>
        {head}
      </header>
      {children}
    </article>
  );
}

function ReallyDelete({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    <div role="alert" className="mt-2 flex flex-wrap items-center gap-2 border-t border-line pt-2 text-sm">
      <span className="mr-auto">{words.reallyDelete}</span>
      <Button onClick={onYes} className="text-danger">
        {words.deleteIt}
      </Button>
      <Button look="quiet" onClick={onNo}>
        {words.keepIt}
      </Button>
    </div>
  );
}
