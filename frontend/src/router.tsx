// Which address shows which page; each page is loaded when it is first asked for.
import { lazy, Suspense } from "react";
import { Outlet, Route, Routes } from "react-router";
import { Shell } from "./pages/Shell";
import { RequireSession } from "./session/RequireSession";

const SignInPage = lazy(() => import("./session/SignInPage"));
const SignUpPage = lazy(() => import("./session/SignUpPage"));
const ConfirmPage = lazy(() => import("./session/ConfirmPage"));
const HomePage = lazy(() => import("./pages/HomePage"));
const BoardPage = lazy(() => import("./pages/BoardPage"));
const MyTasksPage = lazy(() => import("./pages/MyTasksPage"));
const TaskPage = lazy(() => import("./pages/TaskPage"));
const TaskPanel = lazy(() => import("./pages/TaskPanel"));
const NotFoundPage = lazy(() => import("./pages/NotFoundPage"));

function Loading() {
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}

export function Pages() {
  return (
    <Routes>
      <Route element={<Loading />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-up" element={<SignUpPage />} />
        <Route path="/confirm" element={<ConfirmPage />} />
      </Route>
      <Route element={<RequireSession />}>
        <Route element={<Shell />}>
          <Route element={<Loading />}>
            <Route index element={<HomePage />} />
            <Route path="/projects/:projectId" element={<BoardPage />}>
              <Route path="tasks/:taskId" element={<TaskPanel />} />
            </Route>
            <Route path="/my-tasks" element={<MyTasksPage />}>
              <Route path="tasks/:taskId" element={<TaskPanel />} />
            </Route>
            <Route path="/tasks/:taskId" element={<TaskPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Route>
    </Routes>
  );
}
