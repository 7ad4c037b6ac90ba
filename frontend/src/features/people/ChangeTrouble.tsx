// Why a change of somebody was refused, or that it is only half done, with the way on.
import { strings } from "../../strings";
import { asFailure } from "../../api/problem";
import { Button } from "../../ui/Button";
import { team as words } from "../../words/team";
import { isUnfinished, type useChangePerson } from "./changes";

export function ChangeTrouble({ change, name }: { change: ReturnType<typeof useChangePerson>; name: string }) {
  if (!change.isError) return null;
  const { error, variables, mutate, reset } = change;
  const half = isUnfinished(error);
  const { message, requestId } = asFailure(error);
  return (
    <div role="alert" className="mt-2 flex flex-col gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm sm:flex-row sm:items-center">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{(half ? words.halfDone : words.notDone)[variables](name)}</p>
        <p>{message}</p>
        {requestId ? (
          <p className="text-xs break-all text-muted">
            {strings.requestId} <code className="select-all">{requestId}</code>
          </p>
        ) : null}
      </div>
      <div className="flex gap-2">
        <Button
          onClick={() => {
            mutate(variables);
          }}
        >
          {strings.retry}
        </Button>
        <Button look="quiet" onClick={reset}>
          {words.dismiss}
        </Button>
      </div>
    </div>
  );
}
