// The parts of the panel that its first paint does without; opening a task fetches them, so that they are there when the network isn't.
import { useEffect } from "react";
import { fetchAhead, later } from "../../../ui/later";
import { fetchOpenMenu } from "../../../ui/Menu";
import { fetchOpenPopover } from "../../../ui/Popover";
import { fetchPeopleList } from "../AssigneePicker";

const fetchMarkdown = () => import("./Markdown");
const fetchTimeline = () => import("./timeline/Timeline");
const fetchDueChoice = () => import("./fields/DueChoice");
const fetchQuestion = () => import("./fields/Question");

export const Markdown = later(fetchMarkdown);
export const Timeline = later(fetchTimeline);
export const DueChoice = later(fetchDueChoice);
// A part made lazy forgets that its props go together.
export const Question = later(fetchQuestion) as unknown as Awaited<ReturnType<typeof fetchQuestion>>["default"];

export function usePartsAhead(): void {
  useEffect(() => {
    fetchAhead(fetchMarkdown, fetchTimeline, fetchDueChoice, fetchQuestion, fetchOpenMenu, fetchOpenPopover, fetchPeopleList);
  }, []);
}
