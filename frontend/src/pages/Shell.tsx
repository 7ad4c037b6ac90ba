// The frame of every page after signing in: navigation at the left, or behind a button where it is narrow.
import { ChartNoAxesColumn, CircleCheckBig, CloudOff, Inbox, Menu as MenuIcon, Trash2, UsersRound } from "lucide-react";
import { Suspense, useState, type ReactNode } from "react";
import { Outlet, useLocation } from "react-router";
import { ProjectNav } from "../features/projects/ProjectNav";
import { useMe } from "../session/Session";
import { strings } from "../strings";
import { BatonMark } from "../ui/BatonMark";
import { IconButton } from "../ui/Button";
import { Guard } from "../ui/Guard";
import { later } from "../ui/later";
import { NavItem } from "../ui/NavItem";
import { useAhead } from "../ui/useAhead";
import { useOnline } from "../ui/useOnline";
import { useWide } from "../ui/useWide";
import { AccountMenu } from "./AccountMenu";
import { InboxBell } from "./InboxBell";
import { useProjectCounts } from "./projectCounts";
import { TimeZoneNote } from "./TimeZoneNote";
import { UnsavedNote } from "./UnsavedNote";

const fetchSheet = () => import("../ui/Sheet");
const Sheet = later(fetchSheet);

export function Shell() {
  const wide = useWide();
  const { pathname } = useLocation();
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a href="#content" className="sr-only z-50 rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2">
        {strings.skip}
      </a>
      {wide ? (
        <header className="flex w-(--sidebar-width) shrink-0 flex-col border-r border-line bg-sidebar">
          <Brand>
            <InboxBell />
          </Brand>
          <Navigation />
        </header>
      ) : (
        <TopBar />
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineNote />
        <TimeZoneNote />
        <UnsavedNote />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <Guard resetOn={pathname}>
            <Outlet />
          </Guard>
        </main>
      </div>
    </div>
  );
}

function OfflineNote() {
  const isOnline = useOnline();
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="flex items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5 text-sm">
          <CloudOff size={14} aria-hidden="true" className="shrink-0 text-accent" />
          {strings.nav.offline}
        </p>
      )}
    </div>
  );
}

function Brand({ children }: { children?: ReactNode }) {
  return (
    <div className="flex h-12 shrink-0 items-center gap-2 pr-3 pl-4">
      <BatonMark />
      <span className="flex-1 font-semibold tracking-tight">{strings.product}</span>
      {children}
    </div>
  );
}

function Navigation() {
  const me = useMe();
  return (
    <>
      <nav aria-label={strings.nav.label} className="min-h-0 flex-1 overflow-y-auto px-2">
        <NavItem to="/my-tasks" icon={CircleCheckBig}>
          {strings.nav.myTasks}
        </NavItem>
        <NavItem to="/inbox" icon={Inbox}>
          {strings.inbox.title}
        </NavItem>
        <NavItem to="/overview" icon={ChartNoAxesColumn}>
          {strings.nav.overview}
        </NavItem>
        {me.role === "ADMIN" ? <AdminNavigation /> : null}
      </nav>
      <div className="border-t border-line p-2">
        <AccountMenu />
      </div>
    </>
  );
}

function AdminNavigation() {
  return (
    <>
      <ProjectNav counts={useProjectCounts()} />
      <div className="mt-5 pb-2">
        <NavItem to="/team" icon={UsersRound}>
          {strings.nav.team}
        </NavItem>
        <NavItem to="/trash" icon={Trash2}>
          {strings.nav.trash}
        </NavItem>
      </div>
    </>
  );
}

function TopBar() {
  const { pathname } = useLocation();
  // The page on which the navigation was opened: going to another one closes it.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  useAhead(fetchSheet);
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
      <span className="flex-1 font-semibold tracking-tight">{strings.product}</span>
      <InboxBell className="size-9" />
      {openedAt === pathname ? (
        <Suspense fallback={null}>
          <Sheet
            title={strings.nav.label}
            onClose={() => {
              setOpenedAt(null);
            }}
          >
            <Brand />
            <Navigation />
          </Sheet>
        </Suspense>
      ) : null}
    </header>
  );
}
