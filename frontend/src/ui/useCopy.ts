// Copies a text and says what became of it: a browser may refuse, and on an insecure address offers no clipboard at all.
import { useToast } from "./Toasts";

export function useCopy(): (text: string, words: { copied: string; notCopied: string }) => Promise<void> {
  const toast = useToast();
  return async (text, words) => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ title: words.copied });
    } catch {
      toast({ kind: "failure", title: words.notCopied });
    }
  };
}
