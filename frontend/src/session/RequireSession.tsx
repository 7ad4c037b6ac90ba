// Lets the signed-in pass with their profile loaded; sends everybody else to sign in and back.
import { useEffect, useRef } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { asFailure, Problem } from "../api/problem";
import type { Role } from "../api/types";
import { strings } from "../strings";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Notice";
import { Skeletons } from "../ui/Skeleton";
import { signInPath } from "./nextPage";
import { MeProvider, useMeQuery, useSession } from "./Session";

export function RequireSession() {
  const { signedIn } = useSession();
  const location = useLocation();
  if (signedIn === null) return null;
  return signedIn ? <WithProfile /> : <Navigate to={signInPath(location)} replace />;
}

function WithProfile() {
  const me = useMeQuery();
  const { leave } = useSession();
  useLeaveWhenChanged(me);
  if (me.data)
    return (
      <MeProvider me={me.data}>
        <Outlet />
      </MeProvider>
    );
  if (me.isPending || isRefused(me.error))
    return (
      <div className="mx-auto max-w-md px-4 py-24">
        <Skeletons count={4} className="h-5 w-full" />
      </div>
    );
  return (
    <main className="flex flex-col items-center pt-16">
      <Failure title={strings.session.noProfile} failure={asFailure(me.error)} onRetry={() => void me.refetch()} />
      <Button look="quiet" onClick={() => void leave()}>
        {strings.session.signOut}
      </Button>
    </main>
  );
}

/** The one reason for which the API keeps somebody from their own profile: they are deactivated. */
function isRefused(error: Error | null): boolean {
  return error instanceof Problem && error.status === 403;
}

/** Signs out whom an admin deactivated, and whose role changed: the tokens still name the old one. */
function useLeaveWhenChanged({ data, dataUpdatedAt, error }: ReturnType<typeof useMeQuery>): void {
  const { enteredAt, leave } = useSession();
  const began = useRef<{ enteredAt: number; role: Role } | null>(null);

  useEffect(() => {
    if (isRefused(error)) void leave("deactivated");
  }, [error, leave]);

  useEffect(() => {
    // What was known before signing in again says nothing about the new tokens.
    if (!data || dataUpdatedAt < enteredAt) return;
    if (began.current?.enteredAt !== enteredAt) began.current = { enteredAt, role: data.role };
    else if (began.current.role !== data.role) void leave("role");
  }, [data, dataUpdatedAt, enteredAt, leave]);
}
