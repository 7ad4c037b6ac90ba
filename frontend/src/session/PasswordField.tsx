// A password field that can show what is typed.
import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { strings } from "../strings";
import { IconButton } from "../ui/Button";
import { TextField } from "../ui/Field";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "label" | "type"> & { label?: string };

export function PasswordField({ label = strings.session.password, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextField {...rest} label={label} type={shown ? "text" : "password"} className="pr-10" />
      <IconButton
        label={shown ? strings.session.hidePassword : strings.session.showPassword}
        className="absolute top-[26px] right-1"
        onClick={() => {
          setShown(!shown);
        }}
      >
        <Icon size={16} />
      </IconButton>
    </div>
  );
}
