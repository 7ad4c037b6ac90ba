// How people join, since nobody is invited: they sign up by themselves.
import { Link2 } from "lucide-react";
import { Button } from "../../ui/Button";
import { useCopy } from "../../ui/useCopy";
import { team as words } from "../../words/team";

export function HowToJoin() {
  const copy = useCopy();
  return (
    <div className="mb-4 flex flex-col gap-x-4 gap-y-1 text-sm text-muted sm:flex-row sm:items-center">
      <p className="flex-1">{words.join}</p>
      <Button look="quiet" className="-ml-3 self-start sm:ml-0" onClick={() => void copy(`${window.location.origin}/sign-up`, words)}>
        <Link2 size={14} aria-hidden="true" />
        {words.copySignUp}
      </Button>
    </div>
  );
}
