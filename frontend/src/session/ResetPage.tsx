// Set a new password with the mailed code; the address is in the URL, so a reload loses nothing but what was typed.
import { useState, type SubmitEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { useToast } from "../ui/Toasts";
import { CodeField } from "./CodeField";
import { EmailField } from "./EmailField";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import { entryPath } from "./nextPage";
import { PasswordChecklist } from "./PasswordChecklist";
import { PasswordField } from "./PasswordField";
import { isStrong } from "./passwordRules";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

type Typed = { email: string; code: string; password: string };

function errorsIn({ email, code, password }: Typed): Partial<Typed> {
  return {
    ...(email ? {} : { email: words.needEmail }),
    ...(code ? {} : { code: words.needCode }),
    ...(isStrong(password) ? {} : { password: words.weak }),
  };
}

export default function ResetPage() {
  const { identity } = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
  const { busy, message, attempt } = useAttempt();
  const known = search.get("email") ?? "";
  const [written, setWritten] = useState<Typed>({ email: known, code: "", password: "" });
  const [checked, setChecked] = useState(false);
  const typed = { ...written, email: written.email.trim(), code: written.code.trim() };
  const errors = checked ? errorsIn(typed) : {};
  const set = (field: keyof Typed) => (event: { target: { value: string } }) => {
    setWritten({ ...written, [field]: event.target.value });
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(errorsIn(typed)).length > 0) return;
    void attempt(async () => {
      await identity.reset(typed.email, typed.code, typed.password);
      void navigate(entryPath("/sign-in", search, { reset: "", email: typed.email }));
    });
  };

  const sendAgain = () =>
    attempt(async () => {
      await identity.askReset(typed.email);
      toast({ title: words.resetText(typed.email) });
    });

  return (
    <EntryFrame
      title={words.resetTitle}
      text={known ? words.resetText(known) : words.resetAsk}
      foot={
        <Link to={entryPath("/sign-in", search)} className={entryLink}>
          {words.backToSignIn}
        </Link>
      }
    >
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        {known ? (
          // For password managers: whose password this is.
          <input type="email" autoComplete="username" value={known} readOnly hidden />
        ) : (
          <EmailField value={written.email} error={errors.email} onChange={set("email")} />
        )}
        <CodeField value={written.code} error={errors.code} onChange={set("code")} />
        <PasswordField
          label={words.newPassword}
          name="password"
          autoComplete="new-password"
          value={written.password}
          error={errors.password}
          hint={<PasswordChecklist password={written.password} />}
          onChange={set("password")}
        />
        <EntryError message={message} />
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {words.reset}
        </Button>
        <Button look="quiet" disabled={busy || !typed.email} onClick={() => void sendAgain()}>
          {words.sendAgain}
        </Button>
      </form>
    </EntryFrame>
  );
}
