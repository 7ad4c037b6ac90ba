// The field for one's address, which password managers keep a password by.
import type { ComponentProps } from "react";
import { strings } from "../strings";
import { TextField } from "../ui/Field";

type EmailFieldProps = Pick<ComponentProps<typeof TextField>, "value" | "error" | "onChange">;

export function EmailField(field: EmailFieldProps) {
  return <TextField {...field} label={strings.session.email} type="email" name="email" autoComplete="username" />;
}
