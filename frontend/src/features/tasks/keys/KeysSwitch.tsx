// Switches the single keys of this browser on or off; for the help dialog, and for the settings.
import { Switch } from "../../../ui/Switch";
import { keysWords as words } from "../../../words/commands";
import { useKeysSetting } from "../../../ui/keysSetting";

export function KeysSwitch() {
  const [on, setOn] = useKeysSetting();
  return (
    <div className="flex items-center justify-between gap-4">
      <div>
        <p className="font-medium">{words.on}</p>
        <p className="text-sm text-muted">{words.onText}</p>
      </div>
      <Switch label={words.on} on={on} onChange={setOn} />
    </div>
  );
}
