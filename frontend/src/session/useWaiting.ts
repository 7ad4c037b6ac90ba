// Requests that wait until somebody has signed in again: all of them for the same sign-in.
import { useCallback, useRef, useState } from "react";

type Wait = { over: Promise<boolean>; settle: (signedIn: boolean) => void };

function newWait(): Wait {
  let settle: Wait["settle"] = () => undefined;
  const over = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { over, settle };
}

export function useWaiting() {
  const wait = useRef<Wait | null>(null);
  const [isWaiting, setWaiting] = useState(false);

  const untilSignedIn = useCallback((): Promise<boolean> => {
    wait.current ??= newWait();
    setWaiting(true);
    return wait.current.over;
  }, []);

  /** True sends what waits once more; false gives it up. */
  const settle = useCallback((signedIn: boolean) => {
    wait.current?.settle(signedIn);
    wait.current = null;
    setWaiting(false);
  }, []);

  return { isWaiting, untilSignedIn, settle };
}
