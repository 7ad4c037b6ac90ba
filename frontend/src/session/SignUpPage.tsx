// Sign up: name, email, and a password checked while it is typed.
import { useState, type SubmitEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { EmailField } from "./EmailField";
import { EntryError, EntryFrame, entryLink } from "./EntryFrame";
import type { NewPerson } from "./identity";
import { entryPath } from "./nextPage";
import { PasswordChecklist } from "./PasswordChecklist";
import { PasswordField } from "./PasswordField";
import { isStrong } from "./passwordRules";
import { useSession } from "./Session";
import { useAttempt } from "./useAttempt";

const words = strings.session;

type Errors = Partial<Record<keyof NewPerson, string>>;

function errorsIn({ name, email, password }: NewPerson): Errors {
  return {
    ...(name ? {} : { name: words.needName }),
    ...(/^\S+@\S+\.\S+$/.test(email) ? {} : { email: words.needEmail }),
    ...(isStrong(password) ? {} : { password: words.weak }),
  };
}

export default function SignUpPage() {
  const { identity } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { busy, message, attempt } = useAttempt();
  const [typed, setTyped] = useState<NewPerson>({ name: "", email: "", password: "" });
  const [checked, setChecked] = useState(false);
  const person = { ...typed, name: typed.name.trim(), email: typed.email.trim() };
  const errors = checked ? errorsIn(person) : {};
  const set = (field: keyof NewPerson) => (event: { target: { value: string } }) => {
    setTyped({ ...typed, [field]: event.target.value });
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(errorsIn(person)).length > 0) return;
    void attempt(async () => {
      await identity.signUp(person);
      void navigate(entryPath("/confirm", search, { email: person.email }));
    });
  };

  return (
    <EntryFrame
      title={words.create}
      foot={
        <>
          {words.known}{" "}
          <Link to={entryPath("/sign-in", search)} className={entryLink}>
            {words.signIn}
          </Link>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-4">
        <TextField label={words.name} name="name" autoComplete="name" value={typed.name} error={errors.name} onChange={set("name")} />
        <EmailField value={typed.email} error={errors.email} onChange={set("email")} />
        <PasswordField
          name="password"
          autoComplete="new-password"
          value={typed.password}
          error={errors.password}
          hint={<PasswordChecklist password={typed.password} />}
          onChange={set("password")}
        />
        <EntryError message={message} />
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {words.signUp}
        </Button>
      </form>
    </EntryFrame>
  );
}
