// Which task of a page is the current one, and which are selected; rows listen for themselves alone.
import { between, firstOf, successor, type Order } from "./places";

type Marked = { order: Order; current: string | null; selected: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();

export function createMarks() {
  let state: Marked = { order: [], current: null, selected: NONE };
  let anchor: string | null = null;
  // Until somebody goes to a task the first one stays the current one, whatever arrives before it.
  let visited = false;
  const listeners = new Set<() => void>();

  const set = (next: Partial<Marked>) => {
    state = { ...state, ...next };
    listeners.forEach((listener) => {
      listener();
    });
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    order: () => state.order,
    /** The one stop of the Tab key: where the focus is, was last, or would begin. */
    current: () => state.current,
    selected: () => state.selected,

    /** What has left the page is neither current nor selected any more. */
    arrange: (order: Order) => {
      const known = new Set(order.flat());
      const { current, selected } = state;
      const stays = visited && current !== null && known.has(current);
      const heir = visited && current !== null ? successor(state.order, order, current) : firstOf(order);
      const left = [...selected].filter((id) => known.has(id));
      set({ order, current: stays ? current : heir, selected: left.length === selected.size ? selected : new Set(left) });
    },
    visit: (taskId: string) => {
      visited = true;
      if (taskId !== state.current) set({ current: taskId });
    },
    toggle: (taskId: string) => {
      const selected = new Set(state.selected);
      if (!selected.delete(taskId)) selected.add(taskId);
      anchor = taskId;
      set({ selected });
    },
    /** From the one selected last to this one. */
    extend: (taskId: string) => {
      set({ selected: new Set([...state.selected, ...between(state.order, anchor ?? taskId, taskId)]) });
      anchor ??= taskId;
    },
    all: () => {
      set({ selected: new Set(state.order.flat()) });
    },
    clear: () => {
      anchor = null;
      if (state.selected.size > 0) set({ selected: NONE });
    },
  };
}

export type Marks = ReturnType<typeof createMarks>;
