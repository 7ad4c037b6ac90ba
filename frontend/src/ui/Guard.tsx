// Shows a way on when drawing the page fails, instead of nothing at all.
import { Component, type ReactNode } from "react";
import { strings } from "../strings";
import { Failure } from "./Notice";

type GuardState = { error: Error | null };

export class Guard extends Component<{ children: ReactNode }, GuardState> {
  override state: GuardState = { error: null };

  static getDerivedStateFromError(error: Error): GuardState {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const reload = () => {
      window.location.reload();
    };
    return <Failure title={strings.failures.page} failure={error} onRetry={reload} />;
  }
}
