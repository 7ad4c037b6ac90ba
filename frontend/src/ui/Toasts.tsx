// Short messages at the edge of the page; what draws them is fetched once the page has come to rest.
import { createContext, Suspense, useCallback, useContext, useRef, useState, type ReactNode } from "react";
import { later } from "./later";
import { useAhead } from "./useAhead";

export type Toast = {
  title: string;
  detail?: string;
  /** Why, in place of a detail, with the request id that support would ask for. */
  failure?: { message: string; requestId?: string | undefined };
  kind?: "news" | "failure";
  /** Takes back what the message tells, or leads to it. */
  action?: { label: string; onAction: () => void };
};
type Show = (toast: Toast) => void;

export type ShownToast = Toast & { key: number };
export type ToastListProps = { toasts: ShownToast[]; onGone: (key: number) => void };

const fetchToastList = () => import("./ToastList");
const ToastList = later(fetchToastList);

const ToastContext = createContext<Show | null>(null);

export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const count = useRef(0);
  // The first message may be that the network is gone.
  useAhead(fetchToastList);
  const show = useCallback<Show>((toast) => {
    count.current += 1;
    const key = count.current;
    setToasts((shown) => [...shown.slice(-2), { ...toast, key }]);
  }, []);
  const forget = useCallback((key: number) => {
    setToasts((shown) => shown.filter((toast) => toast.key !== key));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      {toasts.length > 0 ? (
        <Suspense fallback={null}>
          <ToastList toasts={toasts} onGone={forget} />
        </Suspense>
      ) : null}
    </ToastContext>
  );
}
