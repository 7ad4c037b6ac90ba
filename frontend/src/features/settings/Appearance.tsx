// Light, dark, or as the system.
import { Monitor, Moon, Sun } from "lucide-react";
import { strings } from "../../strings";
import { THEMES, useTheme } from "../../ui/theme";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function Appearance() {
  const [theme, setTheme] = useTheme();
  return (
    <fieldset className="relative grid max-w-md grid-cols-3 gap-2">
      <legend className="sr-only">{strings.theme.label}</legend>
      {THEMES.map((each) => {
        const Icon = ICONS[each];
        return (
          <label
            key={each}
            className="relative flex cursor-pointer flex-col items-center gap-1.5 rounded-lg border border-line bg-surface px-2 py-3 text-center text-sm transition-colors hover:bg-hover has-checked:border-accent has-checked:font-medium has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              value={each}
              checked={theme === each}
              className="sr-only"
              onChange={() => {
                setTheme(each);
              }}
            />
            <Icon size={18} aria-hidden="true" className="text-muted" />
            {strings.theme.names[each]}
          </label>
        );
      })}
    </fieldset>
  );
}
