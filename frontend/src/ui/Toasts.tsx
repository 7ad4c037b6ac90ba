// Short messages at the edge of the page; what draws them is fetched with the first one.
import { createContext, lazy, Suspense, useCallback, useContext, useRef, useState, type ReactNode } from "react";

type Toast = { title: string; detail?: string; kind?: "news" | "failure" };
type Show = (toast: Toast) => void;

export type ShownToast = Toast & { key: number };
export type ToastListProps = { toasts: ShownToast[]; onGone: (key: number) => void };

const ToastList = lazy(() => import("./ToastList"));
const ToastContext = createContext<Show | null>(null);

export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const count = useRef(0);
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
