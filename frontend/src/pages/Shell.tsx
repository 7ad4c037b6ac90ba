// The frame of every page after signing in: navigation at the left, or behind a button where it is narrow.
import { CircleCheckBig, Menu as MenuIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { ProjectNav } from "../features/projects/ProjectNav";
import { useMe } from "../session/Session";
import { strings } from "../strings";
import { BatonMark } from "../ui/BatonMark";
import { IconButton } from "../ui/Button";
import { NavItem } from "../ui/NavItem";
import { useWide } from "../ui/useWide";
import { AccountMenu } from "./AccountMenu";

const Sheet = lazy(() => import("../ui/Sheet"));

export function Shell() {
  const wide = useWide();
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a href="#content" className="sr-only z-50 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
        {strings.skip}
      </a>
      {wide ? (
        <aside className="flex w-(--sidebar-width) shrink-0 flex-col border-r border-line bg-sidebar">
          <Navigation />
        </aside>
      ) : (
        <TopBar />
      )}
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
        <Outlet />
      </main>
    </div>
  );
}

function Navigation() {
  const me = useMe();
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2 px-4 font-semibold tracking-tight">
        <BatonMark />
        {strings.product}
      </div>
      <nav aria-label={strings.nav.label} className="min-h-0 flex-1 overflow-y-auto px-2">
        <NavItem to="/my-tasks" icon={CircleCheckBig}>
          {strings.nav.myTasks}
        </NavItem>
        {me.role === "ADMIN" ? <ProjectNav /> : null}
      </nav>
      <div className="border-t border-line p-2">
        <AccountMenu />
      </div>
    </>
  );
}

function TopBar() {
  const { pathname } = useLocation();
  // The page on which the navigation was opened: going to another one closes it.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-sidebar px-2">
      <IconButton
        label={strings.nav.open}
        className="size-9"
        onClick={() => {
          setOpenedAt(pathname);
        }}
      >
        <MenuIcon size={18} />
      </IconButton>
      <BatonMark />
      <span className="font-semibold tracking-tight">{strings.product}</span>
      {openedAt === pathname ? (
        <Suspense fallback={null}>
          <Sheet
            title={strings.nav.label}
            side="left"
            onClose={() => {
              setOpenedAt(null);
            }}
          >
            <Navigation />
          </Sheet>
        </Suspense>
      ) : null}
    </header>
  );
}
