// A link of the navigation, marked when it is the page being shown.
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { NavLink } from "react-router";

/** `aside` stands at the end of the line, like a count. */
export function NavItem({ to, icon: Icon, aside, children }: { to: string; icon: LucideIcon; aside?: ReactNode; children: ReactNode }) {
  return (
    <NavLink
      to={to}
      className="flex h-8 items-center gap-2 rounded-md px-2 text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Icon size={16} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside}
    </NavLink>
  );
}
