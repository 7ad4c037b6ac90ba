// Every place of the page: how to get there, and what shows that one has arrived.
import type { Locator, Page } from "@playwright/test";
import type { Scene } from "./scene";

export type Place = {
  name: string;
  path: string;
  shows: (page: Page) => Locator;
  /** What is done once the page is there; `then` shows that it took effect. */
  act?: (page: Page) => Promise<void>;
  then?: (page: Page) => Locator;
  /** A place that is there at this width alone. */
  only?: "wide" | "narrow";
  /** Laid out otherwise where it is narrow. */
  reflows?: boolean;
};

const heading = (name: string | RegExp) => (page: Page) => page.getByRole("heading", { name, level: 1 });
const dialog = (name: string) => (page: Page) => page.getByRole("dialog", { name });
const press = (keys: string) => (page: Page) => page.keyboard.press(keys);
const button = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

export const PLACES_OF_STRANGERS: Place[] = [
  { name: "sign in", path: "/sign-in", shows: heading("Sign in to Baton") },
  {
    name: "sign up, refused",
    path: "/sign-up",
    shows: heading("Create your account"),
    act: button("Create account"),
    then: (page) => page.getByText("Enter your name."),
  },
  { name: "confirm", path: "/confirm?email=nora%40example.com", shows: heading("Confirm your address") },
  { name: "forgot password", path: "/forgot-password", shows: heading("Reset your password") },
  { name: "reset password", path: "/reset-password?email=nora%40example.com", shows: heading("Choose a new password") },
  { name: "unsubscribe", path: "/unsubscribe?token=ASSIGNED.nora.signature", shows: heading("Stop these mails?") },
];

export const placesOfAdmin = ({ projectId, taskId }: Scene): Place[] => {
  const board = { path: `/projects/${projectId}`, shows: (page: Page) => page.getByRole("link", { name: "Draft the letter to all customers" }).first() };
  const list = { ...board, path: `/projects/${projectId}?view=list` };
  const comment = (page: Page) => page.getByText("I read it tomorrow morning.");
  return [
    { name: "board", ...board, reflows: true },
    { name: "board with a task", path: `/projects/${projectId}/tasks/${taskId}`, shows: comment, reflows: true },
    { name: "board, move menu", ...board, act: button(/^Move "/), then: (page) => page.getByRole("menuitem", { name: "In progress" }) },
    { name: "board, nothing found", path: `/projects/${projectId}?q=xyzzy`, shows: (page) => page.getByText("Nothing matches") },
    { name: "list", ...list },
    { name: "list, filtered", path: `${list.path}&label=release`, shows: list.shows, reflows: true },
    { name: "list, selected", ...list, act: async (page) => { await press("j")(page); await press("x")(page); }, then: (page) => page.getByRole("toolbar"), reflows: true },
    { name: "list, due date", ...list, act: async (page) => { await press("j")(page); await press("d")(page); }, then: (page) => page.getByRole("combobox", { name: "Set due date" }) },
    { name: "task", path: `/tasks/${taskId}`, shows: comment },
    { name: "new task", ...board, act: press("c"), then: dialog("New task"), reflows: true },
    { name: "palette", ...board, act: press("Control+k"), then: (page) => page.getByRole("combobox", { name: /^Type a task/ }) },
    { name: "keys", ...board, act: press("?"), then: dialog("Keyboard") },
    { name: "navigation", ...board, act: button("Open navigation"), then: dialog("Main"), only: "narrow" },
    { name: "account menu", ...board, act: button(/^Account of/), then: (page) => page.getByRole("menuitem", { name: "Sign out" }), only: "wide" },
    { name: "my tasks of an admin", path: "/my-tasks", shows: board.shows },
    { name: "inbox of an admin", path: "/inbox", shows: (page) => page.getByRole("main").getByText(/commented/).first(), reflows: true },
    { name: "overview", path: "/overview", shows: (page) => page.getByRole("heading", { name: "By project" }), reflows: true },
    { name: "projects", path: "/projects", shows: (page) => page.getByRole("main").getByRole("listitem").first(), reflows: true },
    { name: "team", path: "/team", shows: (page) => page.getByRole("listitem", { name: "Max Member" }), reflows: true },
    {
      name: "team, asking",
      path: "/team",
      shows: (page) => page.getByRole("listitem", { name: "Max Member" }),
      act: async (page) => {
        await button("Change Max Member")(page);
        await page.getByRole("menuitem", { name: "Deactivate" }).click();
      },
      then: dialog("Deactivate Max Member?"),
    },
    { name: "trash", path: "/trash", shows: (page) => page.getByRole("list", { name: "Deleted tasks" }), reflows: true },
    { name: "settings", path: "/settings", shows: heading("Settings") },
    { name: "task that is not there", path: "/tasks/00000000000000000000000001", shows: heading("This task can't be opened") },
    { name: "not found", path: "/nowhere", shows: heading("There is nothing here") },
  ];
};

export const placesOfMember = ({ taskId, taskOfMember }: Scene): Place[] => {
  const overdue = (page: Page) => page.getByRole("region", { name: "Overdue" });
  return [
    { name: "my tasks", path: "/my-tasks", shows: overdue },
    { name: "my tasks with a task", path: `/my-tasks/tasks/${taskId}`, shows: (page) => page.getByText("I read it tomorrow morning.") },
    { name: "task of a member", path: `/tasks/${taskOfMember}`, shows: heading(/^Pay the invoice/) },
    { name: "inbox", path: "/inbox", shows: (page) => page.getByRole("main").getByText(/assigned you/).first() },
    { name: "inbox, latest", path: "/my-tasks", shows: overdue, act: button(/^Inbox,/), then: (page) => page.getByRole("link", { name: "Open inbox" }) },
    { name: "overview of a member", path: "/overview", shows: (page) => page.getByRole("heading", { name: "By project" }) },
  ];
};

/** Goes to a place and waits until it is there. */
export async function goTo(page: Page, { path, shows, act, then }: Place): Promise<void> {
  await page.goto(path);
  await shows(page).waitFor();
  // A page's title comes with its own answer, which may be the last one.
  await page.locator("h1").first().waitFor({ state: "attached" });
  await act?.(page);
  await then?.(page).waitFor();
}
