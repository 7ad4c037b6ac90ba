// Short messages at the edge of the page; what draws them is fetched once the page has come to rest.
import { createContext, Suspense, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { fetchAhead, later } from "./later";

/** `onAction` takes back what the message tells, or leads to it. */
type Toast = { title: string; detail?: string; kind?: "news" | "failure"; action?: { label: string; onAction: () => void } };
type Show = (toast: Toast) => void;

export type ShownToast = Toast & { key: number };
export type ToastListProps = { toasts: ShownToast[]; onGone: (key: number) => void };

const fetchToastList = () => import("./ToastList");
const ToastList = later(fetchToastList);
/** By then the first page is drawn; the first message may be that the network is gone. */
const REST_MS = 3_000;

const ToastContext = createContext<Show | null>(null);

export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const count = useRef(0);
  useEffect(() => {
    const rest = setTimeout(fetchAhead, REST_MS, fetchToastList);
    return () => {
      clearTimeout(rest);
    };
  }, []);
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
