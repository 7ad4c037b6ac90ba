// How a session ends, and how it goes on.
import { act, screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it, vi } from "vitest";
import { MAX } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeTeam } from "../test/fakeTeam";
import { fakeIdentity, openPage } from "../test/openPage";
import { API, server } from "../test/server";
import type { Identity } from "./identity";
import type { News } from "./otherTabs";
import { Refusal } from "./identity";

const unauthorized = () => problem(401, "Sign in, and send the access token.");

/** The project page with a name typed into it, and the session at its end. */
async function openAtTheEnd(identity: Partial<Identity> = {}) {
  const team = fakeTeam();
  server.use(...team.handlers, ...fakeApi().handlers);
  const signOut = vi.fn(() => Promise.resolve());
  const user = openPage("/projects", fakeIdentity({ signedIn: true, signOut, ...identity }));
  await user.type(await screen.findByLabelText("New project"), "Apollo");
  server.use(http.post(`${API}/api/v1/projects`, unauthorized, { once: true }));
  await user.click(screen.getByRole("button", { name: "Create" }));
  await screen.findByRole("dialog", { name: "Sign in again" });
  return { team, user, signOut };
}

it("keeps the page and what was typed when the password is wrong", async () => {
  const signIn = () => Promise.reject(new Refusal("Email or password is wrong."));
  const { user, team } = await openAtTheEnd({ signIn });
  await user.keyboard("{Escape}");
  await user.type(screen.getByLabelText("Password"), "Baton-demo-1");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Email or password is wrong.")).toBeVisible();
  expect(screen.getByLabelText("New project")).toHaveValue("Apollo");
  expect(team.sent).toEqual([]);
});

it("goes on with what waited once the same person has signed in again", async () => {
  const signIn = vi.fn<Identity["signIn"]>(() => Promise.resolve("signed-in"));
  const { user, team } = await openAtTheEnd({ signIn });
  expect(screen.getByLabelText("Email")).toHaveAttribute("readonly");
  await user.type(screen.getByLabelText("Password"), "Baton-demo-1");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  await waitFor(() => {
    expect(team.sent).toEqual(["create Apollo"]);
  });
  expect(signIn).toHaveBeenCalledWith("ada@example.com", "Baton-demo-1");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  const projects = within(screen.getByRole("list", { name: "Projects" }));
  expect(await projects.findByRole("link", { name: "Apollo" })).toBeVisible();
});

it("gives up what waited when one signs out instead, and returns to the same address", async () => {
  const { user, team, signOut } = await openAtTheEnd();
  await user.click(screen.getByRole("button", { name: "Sign out instead" }));
  expect(await screen.findByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
  expect(window.location.search).toBe("?next=%2Fprojects");
  expect(signOut).toHaveBeenCalledOnce();
  expect(team.sent).toEqual([]);
});

it("tells somebody who was deactivated, and signs them out", async () => {
  server.use(http.get(`${API}/api/v1/users/me`, () => problem(403, "Your account is deactivated.")));
  openPage("/my-tasks");
  expect(await screen.findByText(/Your account is deactivated, so you are signed out/)).toBeVisible();
});

it("still says so when a request that was on its way is answered after that", async () => {
  let answer = () => {};
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { handlers } = fakeApi({ me: MAX });
  server.use(
    http.get(`${API}/api/v1/inbox/unread-count`, async () => {
      await late;
      return unauthorized();
    }),
    ...handlers,
  );
  const signOut = vi.fn(() => Promise.resolve());
  const user = openPage("/my-tasks", fakeIdentity({ signedIn: true, signOut }));
  await screen.findByText("Nothing is assigned to you");
  server.use(http.get(`${API}/api/v1/*`, () => problem(403, "Your account is deactivated.")));
  await user.click(screen.getByRole("link", { name: "Overview" }));
  const words = await screen.findByText(/Your account is deactivated, so you are signed out/);
  answer();
  await waitFor(() => {
    expect(signOut).toHaveBeenCalledTimes(2);
  });
  expect(words).toBeVisible();
});

it("notices a deactivation by any request that is refused", async () => {
  const api = fakeApi({ me: MAX });
  server.use(...api.handlers);
  const user = openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  server.use(http.get(`${API}/api/v1/*`, () => problem(403, "Your account is deactivated.")));
  await user.click(screen.getByRole("link", { name: "Overview" }));
  expect(await screen.findByText(/Your account is deactivated, so you are signed out/)).toBeVisible();
});

it("asks an admin whose token does not know it yet to sign in again", async () => {
  server.use(...fakeApi().handlers);
  server.use(http.get(`${API}/api/v1/trash`, () => problem(403, "Only an admin of your team may do this.")));
  openPage("/trash");
  expect(await screen.findByText(/Your role has changed/)).toBeVisible();
  expect(window.location.search).toBe("?next=%2Ftrash");
});

it("signs out with a word when the role has changed", async () => {
  let role = "ADMIN";
  const { handlers } = fakeApi({ me: MAX });
  server.use(
    http.get(`${API}/api/v1/users/me`, () => HttpResponse.json({ ...MAX, role })),
    http.get(`${API}/api/v1/trash`, () => problem(403, "Only an admin of your team may do this.")),
    ...handlers,
  );
  const user = openPage("/my-tasks");
  await screen.findByRole("link", { name: "Trash" });
  role = "MEMBER";
  await user.click(screen.getByRole("link", { name: "Trash" }));
  expect(await screen.findByText(/Your role has changed/)).toBeVisible();
});

function fromAnotherTab(news: News): void {
  const other = new BroadcastChannel("baton.session");
  other.postMessage(news);
  other.close();
}

it("signs out when that was done in another tab", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/my-tasks");
  await screen.findByText("Nothing is assigned to you");
  act(() => {
    fromAnotherTab({ kind: "left" });
  });
  expect(await screen.findByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
});

it("goes on when the same person signed in again in another tab", async () => {
  const { team } = await openAtTheEnd();
  act(() => {
    fromAnotherTab({ kind: "entered", email: "Ada@example.com" });
  });
  await waitFor(() => {
    expect(team.sent).toEqual(["create Apollo"]);
  });
});

it("sends nothing that waited when somebody else signed in in another tab", async () => {
  const { team } = await openAtTheEnd();
  act(() => {
    fromAnotherTab({ kind: "entered", email: "max@example.com" });
  });
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
  expect(team.sent).toEqual([]);
});

it("tells the other tabs when it signs out", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  const other = new BroadcastChannel("baton.session");
  const heard = new Promise((resolve) => {
    other.onmessage = ({ data }: MessageEvent) => {
      resolve(data);
    };
  });
  const user = openPage("/my-tasks");
  await user.click(await screen.findByRole("button", { name: /^Account of Max Member/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  expect(await heard).toEqual({ kind: "left" });
  other.close();
});
