// The signed-in person, the way to their settings and to whatever else, the theme, and the way out.
import { ChevronsUpDown, Keyboard, LogOut, Search, Settings } from "lucide-react";
import { useNavigate } from "react-router";
import { useMe, useSession } from "../session/Session";
import { strings } from "../strings";
import { Avatar } from "../ui/Avatar";
import { Menu, type MenuEntry } from "../ui/Menu";
import { THEMES, useTheme } from "../ui/theme";
import { useCommands } from "./commandOpener";

export function AccountMenu() {
  const me = useMe();
  const { leave } = useSession();
  const navigate = useNavigate();
  const command = useCommands();
  const [theme, setTheme] = useTheme();
  const trigger = (
    <button
      type="button"
      className="relative flex w-full items-center gap-2 rounded-md p-1.5 text-left transition-colors hover:bg-hover"
    >
      <Avatar face={me} size={26} />
      <span className="sr-only">{strings.nav.account}</span>{" "}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">{me.name}</span>{" "}
        <span className="block truncate text-xs text-muted">{me.email}</span>
      </span>
      <ChevronsUpDown size={14} aria-hidden="true" className="text-muted" />
    </button>
  );
  const themes = THEMES.map((value) => ({ value, label: strings.theme.names[value] }));
  const entries = (): MenuEntry[] => [
    {
      kind: "action",
      label: strings.nav.settings,
      icon: <Settings size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => void navigate("/settings"),
    },
    {
      kind: "action",
      label: strings.nav.palette,
      icon: <Search size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => {
        command("palette");
      },
    },
    {
      kind: "action",
      label: strings.nav.keys,
      icon: <Keyboard size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => {
        command("keys");
      },
    },
    { kind: "line" },
    { kind: "heading", text: strings.theme.label },
    { kind: "choice", label: strings.theme.label, value: theme, options: themes, onChoose: setTheme },
    { kind: "line" },
    {
      kind: "action",
      label: strings.session.signOut,
      icon: <LogOut size={16} aria-hidden="true" className="text-muted" />,
      onSelect: () => void leave(),
    },
  ];
  return <Menu trigger={trigger} entries={entries} side="top" />;
}
