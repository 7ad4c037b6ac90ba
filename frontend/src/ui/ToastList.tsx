// The messages that are up: each goes by itself after 8 seconds, or by its buttons; screen readers hear them too.
// The clock stands while the pointer or the focus is on them; F8 takes the focus there.
import * as Radix from "@radix-ui/react-toast";
import { X } from "lucide-react";
import { useRef } from "react";
import { strings } from "../strings";
import type { ShownToast, ToastListProps } from "./Toasts";

export default function ToastList({ toasts, onGone }: ToastListProps) {
  return (
    <Radix.Provider duration={8000} label={strings.toasts.label}>
      {toasts.map((toast) => (
        <ToastCard
          key={toast.key}
          toast={toast}
          onGone={() => {
            onGone(toast.key);
          }}
        />
      ))}
      <Radix.Viewport
        label={strings.toasts.region}
        data-toasts
        className="pointer-events-auto fixed right-0 bottom-0 z-60 flex w-96 max-w-full flex-col gap-2 p-4 outline-none"
      />
    </Radix.Provider>
  );
}

function ToastCard({ toast, onGone }: { toast: ShownToast; onGone: () => void }) {
  const failed = toast.kind === "failure";
  const detail = toast.failure?.message ?? toast.detail;
  // Esc pressed elsewhere closes something else: the way back that a message offers stays.
  const isMeantElsewhere = useRef(false);
  return (
    <Radix.Root
      open
      onEscapeKeyDown={({ target }) => {
        isMeantElsewhere.current = !(target instanceof Element && target.closest("[data-toasts]"));
      }}
      onOpenChange={(open) => {
        const isIgnored = isMeantElsewhere.current;
        isMeantElsewhere.current = false;
        if (!open && !isIgnored) onGone();
      }}
      className={`flex animate-rise items-start gap-2 rounded-lg border border-l-4 border-line bg-raised py-3 pr-2 pl-3 text-sm shadow-float ${failed ? "border-l-danger" : "border-l-accent"}`}
    >
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-medium break-words">{toast.title}</Radix.Title>
        {detail ? <Radix.Description className="mt-0.5 text-muted">{detail}</Radix.Description> : null}
        {toast.failure?.requestId ? (
          <p className="mt-1 text-xs break-all text-muted">
            {strings.requestId} <code className="select-all">{toast.failure.requestId}</code>
          </p>
        ) : null}
      </div>
      {toast.action ? (
        <Radix.Action
          altText={strings.toasts.actionBy(toast.action.label)}
          onClick={toast.action.onAction}
          className="-my-1 inline-flex h-7 items-center rounded-md px-2 font-medium text-accent hover:bg-hover"
        >
          {toast.action.label}
        </Radix.Action>
      ) : null}
      <Radix.Close aria-label={strings.close} className="inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover">
        <X size={14} aria-hidden="true" />
      </Radix.Close>
    </Radix.Root>
  );
}
