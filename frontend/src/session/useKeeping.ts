// Keeps a session: how it begins, how it outlives its tokens, and each way in which it ends.
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { User } from "../api/types";
import type { Identity } from "./identity";
import { meKey } from "./meKey";
import { otherTabs, type News, type OtherTabs } from "./otherTabs";
import { useWaiting } from "./useWaiting";

/** Why somebody was signed out who did not ask for it. */
type Farewell = "deactivated" | "role";

export type Keeping = {
  /** Null until the stored tokens have been looked at. */
  signedIn: boolean | null;
  /** When somebody last signed in on this page, in milliseconds; 0 when they were signed in already. */
  enteredAt: number;
  farewell: Farewell | null;
  /** The tokens hold no longer, while the page stays as it is. */
  hasExpired: boolean;
  enter: (email: string, password: string) => Promise<"signed-in" | "unconfirmed">;
  leave: (farewell?: Farewell) => Promise<void>;
  onUnauthorized: () => Promise<boolean>;
  onForbidden: (path: string) => void;
};

export function useKeeping(identity: Identity, queryClient: QueryClient): Keeping {
  const [signedIn, setSignedIn] = useState<boolean | null>(null);
  const [enteredAt, setEnteredAt] = useState(0);
  const [farewell, setFarewell] = useState<Farewell | null>(null);
  const { isWaiting, untilSignedIn, settle } = useWaiting();
  const tabs = useRef<OtherTabs>(null);

  const forget = useCallback(
    (words: Farewell | null) => {
      // A request that outlived its session ends it once more, and has nothing to say about why.
      setFarewell((said) => words ?? said);
      setSignedIn(false);
      settle(false);
      queryClient.clear();
    },
    [queryClient, settle],
  );

  const leave = useCallback(
    async (words?: Farewell) => {
      tabs.current?.tell({ kind: "left" });
      await identity.signOut().catch(() => undefined);
      forget(words ?? null);
    },
    [identity, forget],
  );

  const enter = useCallback(
    async (email: string, password: string) => {
      const outcome = await identity.signIn(email, password);
      if (outcome !== "signed-in") return outcome;
      tabs.current?.tell({ kind: "entered", email });
      if (!isWaiting) queryClient.clear();
      setEnteredAt(Date.now());
      setFarewell(null);
      setSignedIn(true);
      settle(true);
      void queryClient.invalidateQueries({ queryKey: meKey });
      return outcome;
    },
    [identity, isWaiting, queryClient, settle],
  );

  const onUnauthorized = useCallback(async () => {
    // With nobody's page drawn yet, nothing is lost by going to the sign-in page.
    if (queryClient.getQueryData(meKey)) return untilSignedIn();
    await identity.signOut().catch(() => undefined);
    forget(null);
    return false;
  }, [identity, queryClient, forget, untilSignedIn]);

  const onForbidden = useCallback(
    (path: string) => {
      if (!path.endsWith("/users/me")) void recheckRole(queryClient, leave);
    },
    [queryClient, leave],
  );

  const onNews = useEffectEvent((news: News) => {
    if (news.kind === "left") {
      forget(null);
      return;
    }
    const me = queryClient.getQueryData<User>(meKey);
    const isSame = me?.email.toLowerCase() === news.email.toLowerCase();
    setEnteredAt(Date.now());
    setFarewell(null);
    setSignedIn(true);
    // What one person left waiting must not be sent as another.
    settle(isSame);
    if (!isSame) void queryClient.resetQueries();
  });

  useEffect(() => {
    const opened = otherTabs(onNews);
    tabs.current = opened;
    return () => {
      opened.close();
    };
  }, []);

  useEffect(() => {
    identity.accessToken().then(
      (token) => {
        setSignedIn(token !== null);
      },
      () => {
        // Tokens are there and could not be renewed just now: the profile's own failure says why, and can be tried again.
        setSignedIn(true);
      },
    );
  }, [identity]);

  return { signedIn, enteredAt, farewell, hasExpired: isWaiting, enter, leave, onUnauthorized, onForbidden };
}

/** The page offers admins what admins may do: one who is refused all the same holds a token from before they were one. */
async function recheckRole(queryClient: QueryClient, leave: Keeping["leave"]): Promise<void> {
  const before = queryClient.getQueryData<User>(meKey);
  await queryClient.invalidateQueries({ queryKey: meKey }, { cancelRefetch: false });
  const now = queryClient.getQueryState<User>(meKey);
  if (before?.role === "ADMIN" && now?.status === "success" && now.data?.role === "ADMIN") await leave("role");
}
