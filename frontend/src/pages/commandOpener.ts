// What opens over any page: the palette, the help on keys, and the form for a new task.
import { createContext, useContext } from "react";

export type Opened = "palette" | "keys" | "new-task";

export const CommandsContext = createContext<((what: Opened) => void) | null>(null);

export function useCommands(): (what: Opened) => void {
  const open = useContext(CommandsContext);
  if (!open) throw new Error("useCommands needs Commands above it");
  return open;
}
