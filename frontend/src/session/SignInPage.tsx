// Sign in with email and password.
import { useState, type SubmitEvent } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { EmailField } from "./EmailField";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import { entryPath, nextPage } from "./nextPage";
import { PasswordField } from "./PasswordField";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

function greeting(search: URLSearchParams): string {
  if (search.has("confirmed")) return words.confirmed;
  return search.has("reset") ? words.wasReset : words.tagline;
}

export default function SignInPage() {
  const { signedIn, farewell, enter } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { busy, message, attempt } = useAttempt();
  const [email, setEmail] = useState(search.get("email") ?? "");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);

  if (signedIn) return <Navigate to={nextPage(search)} replace />;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!email.trim() || !password) return;
    void attempt(async () => {
      const address = email.trim();
      const outcome = await enter(address, password);
      if (outcome === "unconfirmed") void navigate(entryPath("/confirm", search, { email: address, unsent: "" }));
    });
  };

  return (
    <EntryFrame
      title={words.welcome}
      text={greeting(search)}
      foot={
        <>
          {words.newHere}{" "}
          <Link to={entryPath("/sign-up", search)} className={entryLink}>
            {words.signUp}
          </Link>
        </>
      }
    >
      {farewell ? (
        <p role="status" className="mt-4 rounded-md bg-accent-soft px-3 py-2 text-sm">
          {words.farewells[farewell]}
        </p>
      ) : null}
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        <EmailField
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
        <Link to={entryPath("/forgot-password", search, email.trim() ? { email: email.trim() } : {})} className={`-mt-2.5 self-start py-[3px] text-sm ${entryLink}`}>
          {words.forgot}
        </Link>
        <EntryError message={message} />
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {words.signIn}
        </Button>
      </form>
    </EntryFrame>
  );
}
