// Lets the signed-in pass with their profile loaded; sends everybody else to sign in and back.
import { Navigate, Outlet, useLocation } from "react-router";
import { asFailure } from "../api/problem";
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
  if (me.data)
    return (
      <MeProvider me={me.data}>
        <Outlet />
      </MeProvider>
    );
  if (me.isPending)
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
