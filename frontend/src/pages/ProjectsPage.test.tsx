// The projects, as an admin makes, renames and archives them.
import { act, screen, waitFor, within } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import { GENERAL, MAX, task } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeTeam, project, type FakeTeam } from "../test/fakeTeam";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";
import { unanswered } from "../test/unanswered";

const PROJECTS = `${API}/api/v1/projects`;
const zero = { ...GENERAL, id: "00000000000000000000000000" };

function openProjects(team: FakeTeam, path = "/projects") {
  server.use(...team.handlers, ...fakeApi({ tasks: [task(), task({ dueDate: "2020-01-01" }), task({ status: "COMPLETED" })] }).handlers);
  return openPage(path);
}

const list = () => screen.findByRole("list", { name: "Projects" });
const navigation = () => screen.getByRole("navigation", { name: "Main" });

it("leads nowhere for a member", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/projects");
  expect(await screen.findByText("There is nothing here")).toBeVisible();
});

it("shows that the projects are on their way", async () => {
  const { handler, asked } = unanswered("/projects");
  server.use(handler, ...fakeApi().handlers);
  openPage("/projects");
  await asked;
  expect(await within(screen.getByRole("main")).findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("invites to name the first project when there is none", async () => {
  openProjects(fakeTeam({ projects: [] }));
  const main = within(await screen.findByRole("main"));
  expect(await main.findByText(/Name the first one above/)).toBeVisible();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  server.use(http.get(PROJECTS, () => problem(500, "Something broke on our side.")), ...fakeApi().handlers);
  const user = openPage("/projects");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  server.use(...fakeTeam().handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await list()).toBeVisible();
});

it("keeps what was typed when a project is refused, and says why", async () => {
  const user = openProjects(fakeTeam());
  await user.click(await screen.findByRole("button", { name: "Create" }));
  expect(screen.getByLabelText("New project")).toHaveAccessibleDescription("Enter a name.");
  server.use(http.post(PROJECTS, () => problem(422, "name: too long")));
  await user.type(screen.getByLabelText("New project"), "Apollo{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("The project was not created: name: too long");
  expect(screen.getByLabelText("New project")).toHaveValue("Apollo");
});

it("keeps the new name when a renaming is refused, and forgets it on Escape", async () => {
  const team = fakeTeam({ projects: [project({ id: "apollo", name: "Apollo" })] });
  const user = openProjects(team);
  server.use(http.patch(`${PROJECTS}/:id`, () => problem(503, "Try again.")));
  await user.click(await screen.findByRole("button", { name: 'Rename "Apollo"' }));
  const box = screen.getByLabelText('New name of "Apollo"');
  await user.keyboard("Gemini{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent('"Apollo" was not renamed: Try again.');
  expect(box).toHaveValue("Gemini");
  await user.type(box, "{Escape}");
  expect(screen.getByRole("button", { name: 'Rename "Apollo"' })).toHaveFocus();
  expect(within(await list()).getByRole("link", { name: "Apollo" })).toBeVisible();
});

it("creates a project, which stands in the navigation too", async () => {
  const team = fakeTeam({ projects: [zero] });
  const user = openProjects(team);
  await user.type(await screen.findByLabelText("New project"), "  Apollo {Enter}");
  expect(await within(await list()).findByRole("link", { name: "Apollo" })).toBeVisible();
  expect(within(navigation()).getByRole("link", { name: "Apollo" })).toBeVisible();
  expect(screen.getByLabelText("New project")).toHaveValue("");
  expect(team.sent).toEqual(["create Apollo"]);
});

it("keeps a new project while there is no network, and sends it afterwards", async () => {
  const team = fakeTeam();
  const user = openProjects(team);
  await user.type(await screen.findByLabelText("New project"), "Apollo");
  act(() => {
    window.dispatchEvent(new Event("offline"));
  });
  await user.click(screen.getByRole("button", { name: "Create" }));
  expect(team.sent).toEqual([]);
  expect(screen.getByLabelText("New project")).toHaveValue("Apollo");
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  expect(await within(await list()).findByRole("link", { name: "Apollo" })).toBeVisible();
});

it("renames in place", async () => {
  const team = fakeTeam({ projects: [project({ id: "apollo", name: "Apollo" })] });
  const user = openProjects(team);
  await user.click(await screen.findByRole("button", { name: 'Rename "Apollo"' }));
  await user.keyboard("Gemini{Enter}");
  expect(await within(await list()).findByRole("link", { name: "Gemini" })).toBeVisible();
  expect(team.sent).toEqual(["rename to Gemini apollo"]);
});

it("takes an archived project back while there is time, and sends nothing", async () => {
  const team = fakeTeam({ projects: [zero, project({ id: "apollo", name: "Apollo" })] });
  const user = openProjects(team);
  await user.click(await screen.findByRole("button", { name: 'Archive "Apollo"' }));
  await waitFor(() => {
    expect(screen.queryByRole("link", { name: "Apollo" })).not.toBeInTheDocument();
  });
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await within(await list()).findByRole("link", { name: "Apollo" })).toBeVisible();
  expect(team.sent).toEqual([]);
});

it("archives when the page goes away, and shows what is archived on demand", async () => {
  const team = fakeTeam({ projects: [zero, project({ id: "apollo", name: "Apollo" })] });
  const user = openProjects(team);
  await user.click(await screen.findByRole("button", { name: 'Archive "Apollo"' }));
  act(() => {
    window.dispatchEvent(new Event("pagehide"));
  });
  await waitFor(() => {
    expect(team.sent).toEqual(["archive apollo"]);
  });
  await user.click(screen.getByRole("link", { name: "Archived" }));
  expect(await within(await list()).findByRole("link", { name: "Apollo" })).toBeVisible();
  expect(within(navigation()).queryByRole("link", { name: "Apollo" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Archive/ })).not.toBeInTheDocument();
});

it("does not offer to archive General, and says when nothing is archived", async () => {
  const user = openProjects(fakeTeam({ projects: [zero] }));
  await list();
  expect(screen.queryByRole("button", { name: /^Archive/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "Archived" }));
  expect(await screen.findByText("Nothing is archived")).toBeVisible();
});

it("says how much is to be done in each project", async () => {
  openProjects(fakeTeam());
  expect(await within(await list()).findByText("2 unfinished")).toBeVisible();
  expect(within(await list()).getByText("1 overdue")).toBeVisible();
  expect(within(navigation()).getByTitle("2 unfinished tasks")).toHaveTextContent("2");
});
