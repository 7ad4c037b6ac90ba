// Who is signed in: the token keeper, the API that uses it, and the profile of the caller.
import { QueryClientProvider, useIsMutating, useQuery } from "@tanstack/react-query";
import { createContext, Suspense, useContext, useMemo, useState, type ReactNode } from "react";
import { ApiContext, createApi, useApi, type Api } from "../api/client";
import { answer } from "../api/problem";
import { createQueryClient, REFRESH_MS } from "../api/queryClient";
import type { User } from "../api/types";
import { later } from "../ui/later";
import { useAhead } from "../ui/useAhead";
import type { Identity } from "./identity";
import { meKey } from "./meKey";
import { useKeeping, type Keeping } from "./useKeeping";

export { meKey };

export type Session = Pick<Keeping, "signedIn" | "enteredAt" | "farewell" | "enter" | "leave"> & { identity: Identity };

// Only those whose session ends while they work ever need it.
const fetchSignInAgain = () => import("./SignInAgain");
const SignInAgain = later(fetchSignInAgain);

const SessionContext = createContext<Session | null>(null);
const MeContext = createContext<User | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs a SessionProvider above it");
  return session;
}

/** The caller's profile; only below RequireSession, which waits for it. */
export function useMe(): User {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe needs RequireSession above it");
  return me;
}

export function MeProvider({ me, children }: { me: User; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Asked again while the page is open: a demotion or deactivation shows within 30 seconds. */
export function useMeQuery() {
  const api: Api = useApi();
  const isBeingChanged = useIsMutating({ mutationKey: meKey }) > 0;
  return useQuery({
    queryKey: meKey,
    queryFn: () => answer(api.GET("/api/v1/users/me")),
    staleTime: 10_000,
    refetchInterval: isBeingChanged ? false : REFRESH_MS,
  });
}

export function SessionProvider({ identity, apiUrl, children }: { identity: Identity; apiUrl: string; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  useAhead(fetchSignInAgain);
  const { signedIn, enteredAt, farewell, hasExpired, enter, leave, onUnauthorized, onForbidden } = useKeeping(identity, queryClient);
  const api = useMemo(
    () => createApi({ apiUrl, accessToken: identity.accessToken, onUnauthorized, onForbidden }),
    [apiUrl, identity, onUnauthorized, onForbidden],
  );
  const session = useMemo<Session>(
    () => ({ identity, signedIn, enteredAt, farewell, enter, leave }),
    [identity, signedIn, enteredAt, farewell, enter, leave],
  );
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>
          {children}
          {hasExpired ? (
            <Suspense fallback={null}>
              <SignInAgain />
            </Suspense>
          ) : null}
        </QueryClientProvider>
      </ApiContext>
    </SessionContext>
  );
}
