// Around every page after signing in: the keys that work anywhere, and what they open.
import { Suspense, useEffect, useState } from "react";
import { Outlet } from "react-router";
import { ADD_FILTER_ID, SEARCH_BOX_ID } from "../features/tasks/filters/landmarks";
import { useKeys } from "../features/tasks/keys/useKeys";
import { useMe } from "../session/Session";
import { later } from "../ui/later";
import { useAhead } from "../ui/useAhead";
import { CommandsContext, type Opened } from "./commandOpener";

const fetchOpened = () => import("./OpenedCommand");
const OpenedCommand = later(fetchOpened);

export function Commands() {
  const me = useMe();
  const [opened, setOpened] = useState<Opened | null>(null);
  useAhead(fetchOpened);

  const open = (what: Opened) => (event: KeyboardEvent) => {
    event.preventDefault();
    setOpened(what);
  };
  useKeys({
    "?": open("keys"),
    "/": (event) => {
      event.preventDefault();
      const box = document.getElementById(SEARCH_BOX_ID);
      if (box) box.focus();
      else setOpened("palette");
    },
    f: (event) => {
      event.preventDefault();
      document.getElementById(ADD_FILTER_ID)?.click();
    },
    ...(me.role === "ADMIN" ? { c: open("new-task") } : {}),
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // The form for a new task stays with what is typed into it.
      setOpened((shown) => (shown === "new-task" ? shown : shown === "palette" ? null : "palette"));
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);

  return (
    <CommandsContext value={setOpened}>
      <Outlet />
      {opened ? (
        <Suspense fallback={null}>
          <OpenedCommand
            key={opened}
            what={opened}
            onOpen={setOpened}
            onClose={() => {
              // What is chosen in one of them may open another.
              setOpened((shown) => (shown === opened ? null : shown));
            }}
          />
        </Suspense>
      ) : null}
    </CommandsContext>
  );
}
