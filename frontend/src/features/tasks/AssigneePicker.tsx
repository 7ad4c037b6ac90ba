// A button that opens a list of people to put on a task or take off it.
import { lazy, Suspense, type ReactElement } from "react";
import { strings } from "../../strings";
import { Popover } from "../../ui/Popover";
import type { PeopleListProps } from "./PeopleList";

const PeopleList = lazy(() => import("./PeopleList"));

export function AssigneePicker({ trigger, ...list }: PeopleListProps & { trigger: ReactElement }) {
  return (
    <Popover label={strings.task.assign} trigger={trigger}>
      <Suspense fallback={null}>
        <PeopleList {...list} />
      </Suspense>
    </Popover>
  );
}
