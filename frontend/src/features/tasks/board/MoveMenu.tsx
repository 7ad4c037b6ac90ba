// Moving a card without dragging: to another column, or up and down in its own.
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Ellipsis, type LucideIcon } from "lucide-react";
import type { Status, TaskCard } from "../../../api/types";
import { strings } from "../../../strings";
import { IconButton } from "../../../ui/Button";
import { Menu, type MenuEntry } from "../../../ui/Menu";
import { statusEntries } from "../statusEntries";

type MoveMenuProps = {
  card: TaskCard;
  index: number;
  count: number;
  /** Whether the column goes on after what is loaded of it. */
  more: boolean;
  /** Whether a card has a place of its own in its column. */
  ranked: boolean;
  stop: number;
  onStatus: (card: TaskCard, status: Status) => void;
  onIndex: (card: TaskCard, index: number | "end") => void;
};

type Step = { label: string; icon: LucideIcon; to: number | "end"; useful: boolean };

function stepEntries({ card, index, count, more, ranked, onIndex }: MoveMenuProps): MenuEntry[] {
  if (!ranked) return [];
  const last = count - 1;
  const steps: Step[] = [
    { label: strings.board.up, icon: ArrowUp, to: index - 1, useful: index > 0 },
    { label: strings.board.down, icon: ArrowDown, to: index + 1, useful: index < last },
    { label: strings.board.top, icon: ArrowUpToLine, to: 0, useful: index > 1 },
    { label: strings.board.bottom, icon: ArrowDownToLine, to: more ? "end" : last, useful: more || index < last - 1 },
  ];
  const useful = steps.filter((step) => step.useful);
  if (useful.length === 0) return [];
  const actions = useful.map(
    ({ label, icon: Icon, to }): MenuEntry => ({
      kind: "action",
      label,
      icon: <Icon size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => {
        onIndex(card, to);
      },
    }),
  );
  return [{ kind: "line" }, { kind: "heading", text: strings.board.inColumn }, ...actions];
}

export function MoveMenu(props: MoveMenuProps) {
  const { card, onStatus } = props;
  const toStatus = (status: Status) => {
    onStatus(card, status);
  };
  return (
    <Menu
      align="end"
      entries={() => [...statusEntries(card.status, "ADMIN", toStatus), ...stepEntries(props)]}
      trigger={
        <IconButton
          label={strings.board.move(card.title)}
          tabIndex={props.stop}
          className="bg-surface group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:bg-hover data-[state=open]:opacity-100 pointer-fine:opacity-0"
        >
          <Ellipsis size={16} />
        </IconButton>
      }
    />
  );
}
