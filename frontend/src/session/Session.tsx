// Who is signed in: the token keeper, the API that uses it, and the profile of the caller.
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { ApiContext, createApi, useApi, type Api } from "../api/client";
import { answer } from "../api/problem";
import { createQueryClient } from "../api/queryClient";
import type { User } from "../api/types";
import type { Identity } from "./identity";

type Session = {
  identity: Identity;
  /** Null until the stored tokens have been looked at. */
  signedIn: boolean | null;
  enter: (email: string, password: string) => Promise<"signed-in" | "unconfirmed">;
  leave: () => Promise<void>;
};

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

export function useMeQuery() {
  const api: Api = useApi();
  return useQuery({ queryKey: ["me"], queryFn: () => answer(api.GET("/api/v1/users/me")), staleTime: 60_000 });
}

export function SessionProvider({ identity, apiUrl, children }: { identity: Identity; apiUrl: string; children: ReactNode }) {
  const [signedIn, setSignedIn] = useState<boolean | null>(null);
  const [queryClient] = useState(createQueryClient);

  const forget = useCallback(async () => {
    await identity.signOut().catch(() => undefined);
    setSignedIn(false);
    queryClient.clear();
  }, [identity, queryClient]);

  const api = useMemo(
    () => createApi({ apiUrl, accessToken: identity.accessToken, onUnauthorized: () => void forget() }),
    [apiUrl, identity, forget],
  );

  const session = useMemo<Session>(
    () => ({
      identity,
      signedIn,
      enter: async (email, password) => {
        const outcome = await identity.signIn(email, password);
        if (outcome === "signed-in") {
          queryClient.clear();
          setSignedIn(true);
        }
        return outcome;
      },
      leave: forget,
    }),
    [identity, signedIn, forget, queryClient],
  );

  useEffect(() => {
    identity.accessToken().then(
      (token) => {
        setSignedIn(token !== null);
      },
      () => {
        setSignedIn(false);
      },
    );
  }, [identity]);

  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </ApiContext>
    </SessionContext>
  );
}
