// Confirm an address with the mailed code; the address is in the URL, so a reload loses nothing.
import { useState, type SubmitEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { useToast } from "../ui/Toasts";
import { CodeField } from "./CodeField";
import { EmailField } from "./EmailField";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import { entryPath } from "./nextPage";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

export default function ConfirmPage() {
  const { identity } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const { busy, message, attempt } = useAttempt();
  const known = search.get("email") ?? "";
  // Who only signed in was sent nothing now; a code from when they signed up may have expired.
  const isUnsent = search.has("unsent");
  const [email, setEmail] = useState(known);
  const [code, setCode] = useState("");
  const [checked, setChecked] = useState(false);
  const address = email.trim();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!address || !code.trim()) return;
    void attempt(async () => {
      await identity.confirm(address, code.trim());
      void navigate(entryPath("/sign-in", search, { confirmed: "", email: address }));
    });
  };

  const sendAgain = () =>
    attempt(async () => {
      await identity.sendCode(address);
      toast({ title: words.sent });
    });

  return (
    <EntryFrame
      title={words.confirmTitle}
      text={known && !isUnsent ? words.confirmText(known) : known ? words.confirmUnsent(known) : words.confirmAsk}
      foot={
        <Link to={entryPath("/sign-in", search)} className={entryLink}>
          {words.backToSignIn}
        </Link>
      }
    >
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        {known ? null : (
          <EmailField
            value={email}
            error={checked && !address ? words.needEmail : undefined}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        )}
        <CodeField
          value={code}
          error={checked && !code.trim() ? words.needCode : undefined}
          onChange={(event) => {
            setCode(event.target.value);
          }}
        />
        <EntryError message={message} />
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {words.confirm}
        </Button>
        <Button look="quiet" disabled={busy || !address} onClick={() => void sendAgain()}>
          {words.sendAgain}
        </Button>
      </form>
    </EntryFrame>
  );
}
