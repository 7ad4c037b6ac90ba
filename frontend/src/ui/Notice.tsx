// What a page says when it has nothing to show: empty, or failed with a way to try again.
import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { strings } from "../strings";
import { Button } from "./Button";

/** A page that says nothing else has it as its heading. */
type Level = { heading?: "h1" | "h2" };

type EmptyProps = Level & { icon: LucideIcon; title: string; text: string; action?: ReactNode };

export function Empty({ icon: Icon, title, text, action, heading: Heading = "h2" }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-4 py-16 text-center">
      <span className="mb-4 flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon size={20} aria-hidden="true" />
      </span>
      <Heading className="font-medium">{title}</Heading>
      <p className="mt-1 text-muted">{text}</p>
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}

type FailureProps = Level & { title: string; failure: { message: string; requestId?: string | undefined }; onRetry: () => void };

export function Failure({ title, failure, onRetry, heading: Heading = "h2" }: FailureProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center px-4 py-12 text-center">
      <CircleAlert size={24} aria-hidden="true" className="mb-3 text-danger" />
      <Heading className="font-medium">{title}</Heading>
      <p className="mt-1 text-muted">{failure.message}</p>
      <Button className="mt-4" onClick={onRetry}>
        {strings.retry}
      </Button>
      {failure.requestId ? (
        <p className="mt-3 text-xs break-all text-muted">
          {strings.requestId} <code className="select-all">{failure.requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
