// The box for a new comment, and below it those still on their way.
import type { Task, User } from "../../../../api/types";
import { strings } from "../../../../strings";
import { useIsWaiting } from "../../sending";
import { Waiting } from "../fields/FieldNote";
import { RichText } from "../RichText";
import { TextEditor } from "../TextEditor";
import { forgetUnsaved, keepUnsaved, useUnsaved } from "../unsaved";
import { boxPlace, useOutgoing } from "./commentChanges";
import { Frame } from "./CommentEntry";

type Known = { task: Task; me: User };

export function CommentBox(known: Known) {
  const place = boxPlace(known);
  const text = useUnsaved<string>(place)?.mine ?? "";
  const { places, add } = useOutgoing(known);
  return (
    <div className="flex flex-col gap-3">
      <TextEditor
        label={strings.activity.write}
        placeholder={strings.activity.write}
        value={text}
        saveLabel={strings.activity.comment}
        required
        onType={(mine) => {
          if (mine === "") forgetUnsaved(place);
          else keepUnsaved(place, { mine, base: "", mode: "typing" });
        }}
        onSave={() => {
          add(text.trim());
        }}
      />
      {[...places].reverse().map((outgoing) => (
        <Outgoing key={outgoing} place={outgoing} {...known} />
      ))}
    </div>
  );
}

function Outgoing({ place, task, me }: Known & { place: string }) {
  const text = useUnsaved<string>(place)?.mine ?? "";
  const waiting = useIsWaiting(task.id, place);
  return (
    <Frame author={me} head={waiting ? null : strings.activity.sending}>
      <RichText text={text} />
      {waiting ? <Waiting /> : null}
    </Frame>
  );
}
