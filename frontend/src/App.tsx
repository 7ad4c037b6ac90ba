// The page as a whole, given where its API is and who keeps the passwords.
import { BrowserRouter } from "react-router";
import { Pages } from "./router";
import type { Identity } from "./session/identity";
import { SessionProvider } from "./session/Session";
import { Guard } from "./ui/Guard";
import { ToastProvider } from "./ui/Toasts";

export function App({ identity, apiUrl }: { identity: Identity; apiUrl: string }) {
  return (
    <Guard>
      <BrowserRouter>
        <ToastProvider>
          <SessionProvider identity={identity} apiUrl={apiUrl}>
            <Pages />
          </SessionProvider>
        </ToastProvider>
      </BrowserRouter>
    </Guard>
  );
}
