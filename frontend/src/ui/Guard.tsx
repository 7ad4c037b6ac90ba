// Shows a way on when drawing what is inside fails, instead of nothing at all.
import { Component, type ReactNode } from "react";
import { strings } from "../strings";
import { Failure } from "./Notice";

/** A change of `resetOn`, like going to another page, draws anew. */
type GuardProps = { resetOn?: string; children: ReactNode };
type GuardState = { error: Error | null };

/** As the browsers put it when a file of the page cannot be fetched. */
const MISSING_PART = /dynamically imported module|importing a module script/i;

function told(error: Error): { message: string; requestId?: string | undefined } {
  // A refusal of the API brings its own words and the id to ask support with.
  if ("requestId" in error) return { message: error.message, requestId: typeof error.requestId === "string" ? error.requestId : undefined };
  return { message: MISSING_PART.test(error.message) ? strings.failures.part : strings.failures.drawing };
}

export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { error: null };

  static getDerivedStateFromError(error: Error): GuardState {
    return { error };
  }

  override componentDidUpdate({ resetOn }: GuardProps) {
    if (resetOn !== this.props.resetOn && this.state.error) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const again = () => {
      // The browser remembers a part that was missing, so only loading everything anew asks for it again.
      if (MISSING_PART.test(error.message)) window.location.reload();
      else this.setState({ error: null });
    };
    return <Failure title={strings.failures.page} failure={told(error)} onRetry={again} />;
  }
}
