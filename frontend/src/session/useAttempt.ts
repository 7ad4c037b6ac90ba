// One try at a form: busy while it runs, a message when it is refused.
import { useState } from "react";
import { strings } from "../strings";

export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const attempt = async (action: () => Promise<void>) => {
    setBusy(true);
    setMessage(null);
    try {
      await action();
    } catch (error) {
      setMessage(error instanceof Error ? error.message : strings.failures.unknown);
    } finally {
      setBusy(false);
    }
  };
  return { busy, message, attempt };
}
