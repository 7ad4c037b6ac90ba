// Says what a change of role or a deactivation brings about, before it is sent.
import type { RefObject } from "react";
import { strings } from "../../strings";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { team } from "../../words/team";

const words = team.confirm;

export type Confirmed = "ADMIN" | "MEMBER" | "DEACTIVATED";

type ConfirmChangeProps = {
  change: Confirmed;
  name: string;
  isMe: boolean;
  returnTo: RefObject<HTMLElement | null>;
  onConfirm: () => void;
  onClose: () => void;
};

export default function ConfirmChange({ change, name, isMe, returnTo, onConfirm, onClose }: ConfirmChangeProps) {
  const { title, points, yes } = words[change];
  return (
    <Dialog title={title(name)} returnTo={returnTo} onClose={onClose}>
      <div className="p-4">
        {isMe ? <p className="mb-3 rounded-md bg-danger-soft px-3 py-2 font-medium text-danger">{words.self}</p> : null}
        <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-muted">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" onClick={onConfirm}>
            {yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
