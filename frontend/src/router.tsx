// Which address shows which page; each page is loaded when it is first asked for.
import { lazy, Suspense } from "react";
import { Outlet, Route, Routes } from "react-router";
import { Commands } from "./pages/Commands";
import { Shell } from "./pages/Shell";
import { RequireSession } from "./session/RequireSession";
import { ahead } from "./ui/ahead";
import { useMe } from "./session/Session";

const SignInPage = lazy(() => import("./session/SignInPage"));
const SignUpPage = lazy(() => import("./session/SignUpPage"));
const ConfirmPage = lazy(() => import("./session/ConfirmPage"));
const ForgotPage = lazy(() => import("./session/ForgotPage"));
const ResetPage = lazy(() => import("./session/ResetPage"));
const HomePage = lazy(() => import("./pages/HomePage"));
const ProjectPage = ahead(() => import("./pages/ProjectPage"));
const MyTasksPage = lazy(() => import("./pages/MyTasksPage"));
const InboxPage = lazy(() => import("./pages/InboxPage"));
const SettingsPage = lazy(() => import("./pages/SettingsPage"));
const UnsubscribePage = lazy(() => import("./pages/UnsubscribePage"));
const OverviewPage = lazy(() => import("./pages/OverviewPage"));
const TeamPage = lazy(() => import("./pages/TeamPage"));
const ProjectsPage = lazy(() => import("./pages/ProjectsPage"));
const TrashPage = lazy(() => import("./pages/TrashPage"));
const TaskPage = lazy(() => import("./pages/TaskPage"));
const TaskPanel = lazy(() => import("./pages/TaskPanel"));
const NotFoundPage = lazy(() => import("./pages/NotFoundPage"));

// The largest page: its code travels while the profile is asked for.
if (window.location.pathname.startsWith("/projects/")) void ProjectPage.fetch();

function Loading() {
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}

/** To a member these addresses lead nowhere. */
function AdminsOnly() {
  return useMe().role === "ADMIN" ? <Outlet /> : <NotFoundPage />;
}

export function Pages() {
  return (
    <Routes>
      <Route element={<Loading />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-up" element={<SignUpPage />} />
        <Route path="/confirm" element={<ConfirmPage />} />
        <Route path="/forgot-password" element={<ForgotPage />} />
        <Route path="/reset-password" element={<ResetPage />} />
        <Route path="/unsubscribe" element={<UnsubscribePage />} />
      </Route>
      <Route element={<RequireSession />}>
        <Route element={<Commands />}>
          <Route element={<Shell />}>
            <Route element={<Loading />}>
              <Route index element={<HomePage />} />
              <Route path="/projects/:projectId" element={<ProjectPage />}>
                <Route path="tasks/:taskId" element={<TaskPanel />} />
              </Route>
              <Route path="/my-tasks" element={<MyTasksPage />}>
                <Route path="tasks/:taskId" element={<TaskPanel />} />
              </Route>
              <Route path="/inbox" element={<InboxPage />}>
                <Route path="tasks/:taskId" element={<TaskPanel />} />
              </Route>
              <Route path="/overview" element={<OverviewPage />} />
              <Route element={<AdminsOnly />}>
                <Route path="/projects" element={<ProjectsPage />} />
                <Route path="/team" element={<TeamPage />} />
                <Route path="/trash" element={<TrashPage />} />
              </Route>
              <Route path="/settings" element={<SettingsPage />} />
              <Route path="/tasks/:taskId" element={<TaskPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Route>
        </Route>
      </Route>
    </Routes>
  );
}
