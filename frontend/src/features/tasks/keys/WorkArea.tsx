// Around a list or a board of tasks: the keys that move through it, select in it and change what is in focus or selected.
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { People, TaskCard, User } from "../../../api/types";
import { later } from "../../../ui/later";
import { useAhead } from "../../../ui/useAhead";
import { useOpenTaskId } from "../taskLinks";
import { AreaContext, focusTask, taskIdAt, taskLinkId, useSelected, type Area, type QuickKind } from "./area";
import { createMarks, type Marks } from "./marks";
import { neighbour, type Direction, type Order } from "./places";
import { useKeys, type KeyActions } from "./useKeys";

const fetchQuickChange = () => import("../quick/QuickChange");
const fetchBulkBar = () => import("../bulk/BulkBar");
const QuickChange = later(fetchQuickChange);
const BulkBar = later(fetchBulkBar);

type WorkAreaProps = {
  me: User;
  people: People;
  today: string;
  cards: TaskCard[];
  /** Columns of ids as they are shown. */
  order: Order;
  /** While a card is carried the keys carry it. */
  frozen?: boolean;
  children: ReactNode;
};

type Quick = { kind: QuickKind; taskIds: string[]; many: boolean; anchor: Element };

export function WorkArea({ me, people, today, cards, order, frozen = false, children }: WorkAreaProps) {
  const [marks] = useState(createMarks);
  const [quick, setQuick] = useState<Quick | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const selected = useSelected(marks);
  const isAdmin = me.role === "ADMIN";
  const area = useMemo<Area>(
    () => ({
      marks,
      isAdmin,
      open: (kind, chosen, anchor) => {
        setQuick({ kind, taskIds: chosen.map(({ id }) => id), many: marks.selected().size > 0, anchor });
      },
    }),
    [marks, isAdmin],
  );
  useAhead(fetchQuickChange);
  useAhead(fetchBulkBar);
  useFollowedFocus(root, marks, order);
  useFocusAfterSelection(marks, selected.size > 0);
  const openId = useOpenTaskId();
  useVisited(openId, marks, order);
  useAreaKeys({ area, cards, openId, frozen });

  const shown = quick ? cards.filter(({ id }) => quick.taskIds.includes(id)) : [];
  // What was to be changed has left: it must not open by itself should it come back.
  if (quick && shown.length === 0) setQuick(null);
  const close = () => {
    setQuick(null);
  };
  const refocus = () => {
    const isFree = document.activeElement === document.body;
    // The task itself, or what has taken its place when the change made it leave.
    if (isFree && !focusTask(quick?.taskIds[0] ?? null)) focusTask(marks.current());
  };
  return (
    <AreaContext value={area}>
      <div ref={root} className="contents">
        {children}
      </div>
      <Suspense fallback={null}>
        {quick && shown.length > 0 ? <QuickChange {...quick} cards={shown} me={me} people={people} today={today} onClose={close} onClosed={refocus} /> : null}
        {isAdmin && selected.size > 0 ? <BulkBar cards={cards.filter(({ id }) => selected.has(id))} /> : null}
      </Suspense>
    </AreaContext>
  );
}

/** The focus makes a task the current one; when that leaves the page, the one that takes its place gets the focus. */
function useFollowedFocus(root: RefObject<HTMLDivElement | null>, marks: Marks, order: Order): void {
  const held = useRef<Element | null>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const onFocus = ({ target }: FocusEvent) => {
      const taskId = taskIdAt(target);
      held.current = taskId === null ? null : (target as Element);
      if (taskId !== null) marks.visit(taskId);
    };
    const onBlur = ({ relatedTarget }: FocusEvent) => {
      // Without one nothing else took the focus: the row itself may be on its way out.
      if (relatedTarget) held.current = null;
    };
    element.addEventListener("focusin", onFocus);
    element.addEventListener("focusout", onBlur);
    return () => {
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("focusout", onBlur);
    };
  }, [root, marks]);

  useLayoutEffect(() => {
    marks.arrange(order);
    const isLost = held.current !== null && !held.current.isConnected && document.activeElement === document.body;
    if (isLost) focusTask(marks.current());
  }, [marks, order]);
}

/** A task opened by its address, or from elsewhere, becomes the current one once it shows here. */
function useVisited(openId: string | null, marks: Marks, order: Order): void {
  const visited = useRef<string | null>(null);
  useEffect(() => {
    if (openId === visited.current || (openId !== null && !order.flat().includes(openId))) return;
    visited.current = openId;
    if (openId !== null) marks.visit(openId);
  }, [openId, marks, order]);
}

/** The bar that had the focus goes with the selection. */
function useFocusAfterSelection(marks: Marks, isSelecting: boolean): void {
  const wasSelecting = useRef(false);
  useEffect(() => {
    if (wasSelecting.current && !isSelecting && document.activeElement === document.body) focusTask(marks.current());
    wasSelecting.current = isSelecting;
  }, [marks, isSelecting]);
}

const STEPS: Record<string, Direction> = {
  j: "down",
  k: "up",
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const CHANGES: Record<string, QuickKind> = { s: "status", a: "assign", d: "due", p: "priority", l: "label" };

type AreaKeys = { area: Area; cards: TaskCard[]; openId: string | null; frozen: boolean };

function useAreaKeys({ area, cards, openId, frozen }: AreaKeys): void {
  const { marks, isAdmin } = area;
  // Who reads an open task means that one, also when it isn't in the list: never the first that happens to be.
  const aimed = (event: KeyboardEvent) => taskIdAt(event.target) ?? openId ?? marks.current();

  const step = (event: KeyboardEvent) => {
    const within = taskIdAt(event.target);
    // Arrows scroll the page and work the controls, unless a task has the focus.
    if (event.key.startsWith("Arrow") && (within === null || event.target !== document.getElementById(taskLinkId(within)))) return;
    const direction = STEPS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!direction) return;
    event.preventDefault();
    const next = within === null ? marks.current() : neighbour(marks.order(), within, direction);
    if (isAdmin && event.shiftKey && within !== null && next !== null) {
      marks.extend(within);
      marks.extend(next);
    }
    // Of a long column only a current task is sure to be drawn, and only what is drawn takes the focus.
    flushSync(() => {
      if (next !== null) marks.visit(next);
    });
    focusTask(next);
  };

  const select = (event: KeyboardEvent) => {
    const taskId = aimed(event);
    if (taskId === null || !isAdmin || !cards.some(({ id }) => id === taskId)) return;
    event.preventDefault();
    if (event.shiftKey) marks.extend(taskId);
    else marks.toggle(taskId);
  };

  const change = (event: KeyboardEvent) => {
    const kind = CHANGES[event.key];
    const chosen = marks.selected();
    const taskId = chosen.size > 0 ? (taskIdAt(event.target) ?? marks.current()) : aimed(event);
    const known = cards.filter(({ id }) => (chosen.size > 0 ? chosen.has(id) : id === taskId));
    const anchor = document.getElementById(taskLinkId(taskId ?? ""))?.closest("[data-task-id]");
    if (!kind || !anchor || known.length === 0 || (kind !== "status" && !isAdmin)) return;
    event.preventDefault();
    area.open(kind, known, anchor);
  };

  const actions: KeyActions = { x: select, X: select, J: step, K: step };
  for (const key of Object.keys(STEPS)) actions[key] = step;
  for (const key of Object.keys(CHANGES)) actions[key] = change;
  useKeys(frozen ? {} : actions);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // What is carried takes the key to be put back, and hears it after an open task would.
      if (frozen) event.preventDefault();
      const isElsewhere = event.target instanceof Element && event.target.closest("[role=dialog], [role=menu], input, textarea") !== null;
      if (frozen || isElsewhere || marks.selected().size === 0) return;
      // Before an open task takes the key to close itself.
      event.preventDefault();
      marks.clear();
    };
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      document.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [marks, frozen]);
}
