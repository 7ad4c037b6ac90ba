// Starts the page: reads its configuration, then draws it.
import "@fontsource-variable/inter/wght.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { cognito } from "./session/cognito";
import { loadConfig } from "./session/config";
import { strings } from "./strings";
import { Failure } from "./ui/Notice";
import "./ui/theme.css";
import { applyTheme } from "./ui/theme";

const root = createRoot(document.getElementById("root") as HTMLElement);

async function start(): Promise<void> {
  try {
    const config = await loadConfig();
    root.render(
      <StrictMode>
        <App identity={cognito(config)} apiUrl={config.apiUrl} />
      </StrictMode>,
    );
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(strings.failures.unknown);
    root.render(<Failure title={strings.failures.start} failure={failure} onRetry={() => void start()} />);
  }
}

applyTheme();
void start();
