// What the password still needs, ticked off as it is typed.
import { Check, Circle } from "lucide-react";
import { strings } from "../strings";
import { PASSWORD_RULES } from "./passwordRules";

export function PasswordChecklist({ password }: { password: string }) {
  return (
    <ul aria-label={strings.session.rulesLabel} className="mt-1 flex flex-col gap-1 text-xs">
      {PASSWORD_RULES.map(({ name, test }) => {
        const met = test(password);
        const Icon = met ? Check : Circle;
        return (
          <li key={name} className={`flex items-center gap-1.5 ${met ? "text-accent" : "text-muted"}`}>
            <Icon size={12} aria-hidden="true" strokeWidth={met ? 3 : 2} />
            {strings.session.rules[name]}
            <span className="sr-only">({met ? strings.session.met : strings.session.notMet})</span>
          </li>
        );
      })}
    </ul>
  );
}
