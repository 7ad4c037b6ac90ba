// The field for a mailed code; where the browser knows the mail, it offers the code.
import type { ComponentProps } from "react";
import { strings } from "../strings";
import { TextField } from "../ui/Field";

type CodeFieldProps = Pick<ComponentProps<typeof TextField>, "value" | "error" | "onChange">;

export function CodeField(field: CodeFieldProps) {
  return <TextField {...field} label={strings.session.code} name="code" inputMode="numeric" autoComplete="one-time-code" className="text-base tracking-[0.3em]" />;
}
