// Opens the page at an address, as somebody or as a stranger.
import { render } from "@testing-library/react";
import { userEvent, type UserEvent } from "@testing-library/user-event";
import { App } from "../App";
import type { Identity } from "../session/identity";
import { API } from "./server";

/** Knows one person, and who of them is signed in. */
export function fakeIdentity({ signedIn, ...replaced }: { signedIn: boolean } & Partial<Identity>): Identity {
  let token = signedIn ? "token" : null;
  return {
    accessToken: () => Promise.resolve(token),
    signIn: () => {
      token = "token";
      return Promise.resolve("signed-in");
    },
    signUp: () => Promise.resolve(),
    confirm: () => Promise.resolve(),
    sendCode: () => Promise.resolve(),
    askReset: () => Promise.resolve(),
    reset: () => Promise.resolve(),
    signOut: () => {
      token = null;
      return Promise.resolve();
    },
    ...replaced,
  };
}

export function openPage(path: string, identity: Identity = fakeIdentity({ signedIn: true })): UserEvent {
  window.history.replaceState(null, "", path);
  render(<App identity={identity} apiUrl={API} />);
  return userEvent.setup({ pointerEventsCheck: 0 });
}
