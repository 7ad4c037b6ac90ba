// Asks for the password once more when the session has ended, over the page as it was left.
import * as Radix from "@radix-ui/react-dialog";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import type { User } from "../api/types";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { EntryError } from "./EntryFrame";
import { PasswordField } from "./PasswordField";
import { meKey, useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

function stay(event: Event): void {
  event.preventDefault();
}

export default function SignInAgain() {
  // What was being typed into is gone back to.
  const [before] = useState(() => document.activeElement);
  return (
    <Radix.Root open>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-veil" />
        <Radix.Content
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement) before.focus();
          }}
          className="fixed inset-x-3 top-[12vh] z-50 mx-auto max-h-[84vh] max-w-sm animate-rise overflow-y-auto rounded-xl border border-line bg-raised p-6 shadow-float"
        >
          <Radix.Title className="text-lg font-semibold">{words.again}</Radix.Title>
          <Radix.Description className="mt-1 text-muted">{words.expired}</Radix.Description>
          <PasswordForm />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PasswordForm() {
  const { enter, leave } = useSession();
  const { busy, message, attempt } = useAttempt();
  const [email] = useState(useQueryClient().getQueryData<User>(meKey)?.email ?? "");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!password) return;
    void attempt(async () => {
      await enter(email, password);
    });
  };

  return (
    <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-4">
      {/* Read only: what waits to be sent is theirs, and nobody else's. */}
      <TextField label={words.email} name="email" autoComplete="username" readOnly value={email} className="bg-transparent! text-muted" />
      <PasswordField
        name="password"
        autoComplete="current-password"
        // The dialog is there for this field alone.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={password}
        error={checked && !password ? words.needPassword : undefined}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
      />
      <EntryError message={message} />
      <Button type="submit" look="primary" className="h-9" busy={busy}>
        {words.signIn}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => void leave()}>
        {words.otherwise}
      </Button>
    </form>
  );
}
