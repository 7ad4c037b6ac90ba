// What happened to one's tasks, with a task open beside it when the address names one.
import { useSearchParams } from "react-router";
import { InboxList } from "../features/inbox/InboxList";
import { InboxTools } from "../features/inbox/InboxTools";
import { useTaskLink } from "../features/tasks/taskLinks";
import { strings } from "../strings";
import { ListPage } from "./ListPage";
import { useWorkspace } from "./workspace";

export default function InboxPage() {
  const [search] = useSearchParams();
  const { me, people, today } = useWorkspace();
  const link = useTaskLink("/inbox");
  const shown = search.get("unread") === "true" ? "unread" : "all";
  // The open task keeps the filter that it was opened under.
  const linkTo = (taskId: string) => {
    const { to, ...rest } = link(taskId);
    return { ...rest, to: { pathname: to, search: search.toString() } };
  };
  return (
    <ListPage title={strings.inbox.title} action={<InboxTools shown={shown} />}>
      <div className="h-full overflow-y-auto px-4 pb-8">
        <div className="max-w-5xl">
          <InboxList key={shown} shown={shown} reader={{ people, timeZone: me.timeZone, today }} linkTo={linkTo} />
        </div>
      </div>
    </ListPage>
  );
}
