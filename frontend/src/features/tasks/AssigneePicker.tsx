// A button that opens a list of people to put on a task or take off it.
import { Suspense, type ReactElement } from "react";
import { strings } from "../../strings";
import { later } from "../../ui/later";
import { Popover } from "../../ui/Popover";
import type { PeopleListProps } from "./PeopleList";

export const fetchPeopleList = () => import("./PeopleList");
const PeopleList = later(fetchPeopleList);

export function AssigneePicker({ trigger, ...list }: PeopleListProps & { trigger: ReactElement }) {
  return (
    <Popover label={strings.task.assign} trigger={trigger}>
      <Suspense fallback={null}>
        <PeopleList {...list} />
      </Suspense>
    </Popover>
  );
}
