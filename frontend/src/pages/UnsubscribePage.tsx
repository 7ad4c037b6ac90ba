// Where the last link of a mail leads, signed in or not: it asks first, because link scanners open every link.
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { asFailure, Problem } from "../api/problem";
import type { Notification } from "../api/types";
import { NOTIFICATIONS } from "../features/settings/notifications";
import { useStopMails } from "../features/settings/queries";
import { EntryError, EntryFrame, entryLink } from "../session/EntryFrame";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { useTitle } from "../ui/useTitle";

const words = strings.unsubscribe;
const { whens } = strings.settings;

/** A token begins with the name of what it stops, before the first dot. */
function stoppedBy(token: string): Notification | undefined {
  const name = token.split(".")[0];
  return NOTIFICATIONS.find((notification) => notification === name);
}

function statusOf(error: Error | null): number {
  return error instanceof Problem ? error.status : 0;
}

export default function UnsubscribePage() {
  const [search] = useSearchParams();
  const { mutate, data, error, isPending } = useStopMails();
  const token = search.get("token") ?? "";
  const notification = stoppedBy(token);
  if (data) return <Told title={words.stopped} text={words.stoppedText(whens[data.notification])} />;
  if (statusOf(error) === 404) return <Told title={words.gone} text={words.goneText} />;
  if (!notification || statusOf(error) === 422) return <Told title={words.broken} text={words.brokenText} />;
  return (
    <Told title={words.title} text={words.text(whens[notification])}>
      <div className="mt-5 flex flex-col gap-4">
        <EntryError message={error && asFailure(error).message} />
        <Button
          look="primary"
          className="h-9"
          busy={isPending}
          onClick={() => {
            mutate(token);
          }}
        >
          {words.stop}
        </Button>
      </div>
    </Told>
  );
}

function Told({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  useTitle(title);
  const settings = (
    <Link to="/settings" className={entryLink}>
      {words.settings}
    </Link>
  );
  return (
    <EntryFrame title={title} text={text} foot={settings}>
      {/* Screen readers hear what became of it: the heading changes without another page being loaded. */}
      <p role="status" className="sr-only">
        {children ? "" : title}
      </p>
      {children}
    </EntryFrame>
  );
}
