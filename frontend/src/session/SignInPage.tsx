// Sign in with email and password.
import { useState, type SubmitEvent } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import { nextPage } from "./nextPage";
import { PasswordField } from "./PasswordField";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

export default function SignInPage() {
  const { signedIn, enter } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { busy, message, attempt } = useAttempt();
  const [email, setEmail] = useState(search.get("email") ?? "");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);
  const wasConfirmed = search.has("confirmed");

  if (signedIn) return <Navigate to={nextPage(search)} replace />;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!email.trim() || !password) return;
    void attempt(async () => {
      const address = email.trim();
      const outcome = await enter(address, password);
      if (outcome === "unconfirmed") void navigate(`/confirm?email=${encodeURIComponent(address)}`);
    });
  };

  return (
    <EntryFrame
      title={words.welcome}
      text={wasConfirmed ? words.confirmed : words.tagline}
      foot={
        <>
          {words.newHere}{" "}
          <Link to="/sign-up" className={entryLink}>
            {words.signUp}
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        <TextField
          label={words.email}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          error={checked && !email.trim() ? words.needEmail : undefined}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <PasswordField
          name="password"
          autoComplete="current-password"
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
      </form>
    </EntryFrame>
  );
}
