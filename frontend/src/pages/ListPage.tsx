// A page that shows a list: its head, the list, and beside it the task that the address names.
import type { ReactNode } from "react";
import { Outlet } from "react-router";
import { PageHead } from "./PageHead";

export function ListPage({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="relative flex h-full">
      <div className="flex h-full min-w-0 flex-1 flex-col">
        <PageHead title={title}>{action}</PageHead>
        <div className="min-h-0 flex-1">{children}</div>
      </div>
      <Outlet />
    </div>
  );
}
