// Ask for a code to set a new password with; whether the address has an account is never said.
import { useState, type SubmitEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { EmailField } from "./EmailField";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import { entryPath } from "./nextPage";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

export default function ForgotPage() {
  const { identity } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { busy, message, attempt } = useAttempt();
  const [email, setEmail] = useState(search.get("email") ?? "");
  const [checked, setChecked] = useState(false);
  const address = email.trim();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!address) return;
    void attempt(async () => {
      await identity.askReset(address);
      void navigate(entryPath("/reset-password", search, { email: address }));
    });
  };

  return (
    <EntryFrame
      title={words.forgotTitle}
      text={words.forgotText}
      foot={
        <Link to={entryPath("/sign-in", search)} className={entryLink}>
          {words.backToSignIn}
        </Link>
      }
    >
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        <EmailField
          value={email}
          error={checked && !address ? words.needEmail : undefined}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <EntryError message={message} />
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {words.askCode}
        </Button>
        <Link to={entryPath("/reset-password", search)} className={`self-center py-[3px] text-sm ${entryLink}`}>
          {words.haveCode}
        </Link>
      </form>
    </EntryFrame>
  );
}
