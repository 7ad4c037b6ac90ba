// The trash, and what comes back from it.
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { ADA, GENERAL, MAX } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeTeam, project, trashed, type FakeTeam } from "../test/fakeTeam";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";
import { unanswered } from "../test/unanswered";

const TRASH = `${API}/api/v1/trash`;

function openTrash(team: FakeTeam, path = "/trash") {
  server.use(...team.handlers, ...fakeApi().handlers);
  return openPage(path);
}

const rows = async () => within(await screen.findByRole("list", { name: "Deleted tasks" })).getAllByRole("listitem");

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

it("leads nowhere for a member", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/trash");
  expect(await screen.findByText("There is nothing here")).toBeVisible();
});

it("shows that the deleted tasks are on their way", async () => {
  const { handler, asked } = unanswered("/trash");
  server.use(handler, ...fakeApi().handlers);
  openPage("/trash");
  await asked;
  expect(await within(screen.getByRole("main")).findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  server.use(http.get(TRASH, () => problem(500, "Something broke on our side.")), ...fakeApi().handlers);
  const user = openPage("/trash");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  server.use(...fakeTeam().handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("The trash is empty")).toBeVisible();
});

it("says which task was not restored and why, and restores the others", async () => {
  const [gone, back] = [trashed({ title: "Gone" }), trashed({ title: "Back" })];
  const team = fakeTeam({ trash: [gone, back] });
  const user = openTrash(team);
  server.use(http.post(`${API}/api/v1/tasks/${gone.id}/restore`, () => problem(404, "The task was in the trash for 30 days and is gone.")));
  await user.click(await screen.findByLabelText("Select all"));
  await user.click(screen.getByRole("button", { name: "Restore 2" }));
  expect((await screen.findAllByText('"Gone" was not restored'))[0]).toBeInTheDocument();
  expect(await screen.findByRole("link", { name: 'Open "Back"' })).toBeVisible();
  expect(team.sent).toEqual([`restore ${back.id}`]);
});

it("says who deleted what when, and how many days are left", async () => {
  openTrash(fakeTeam({ trash: [trashed({ title: "Wax the track", updatedBy: MAX.id }), trashed({ updatedBy: ADA.id, deletedAt: daysAgo(29) })] }));
  const [first, second] = await rows();
  await waitFor(() => {
    expect(first).toHaveTextContent(/Wax the track.*General.*Deleted by Max Member · Today.*30 days left/);
  });
  expect(second).toHaveTextContent(/Deleted by Ada Admin.*Last day/);
});

it("restores one, leads to it, and gives the focus to its neighbour", async () => {
  const [one, other] = [trashed({ title: "One" }), trashed({ title: "Other" })];
  const team = fakeTeam({ trash: [one, other] });
  const user = openTrash(team);
  (await screen.findByRole("button", { name: 'Restore "One"' })).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("link", { name: 'Open "One"' })).toHaveAttribute("href", `/projects/general/tasks/${one.id}`);
  expect(screen.getByText("Restored 1 task")).toBeVisible();
  expect(await rows()).toHaveLength(1);
  expect(screen.getByRole("button", { name: 'Restore "Other"' })).toHaveFocus();
});

it("shows one project's alone when the address says so", async () => {
  const projects = [GENERAL, project({ id: "apollo", name: "Apollo" }), project({ id: "gemini", name: "Gemini" })];
  const user = openTrash(fakeTeam({ projects, trash: [trashed({ title: "Hers" }), trashed({ title: "His", projectId: "apollo" })] }), "/trash?project=apollo");
  expect(await rows()).toHaveLength(1);
  expect(screen.getByText("His")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Project"), "Gemini");
  expect(await screen.findByText("Nothing from Gemini is in the trash")).toBeVisible();
  await user.selectOptions(screen.getByLabelText("Project"), "All projects");
  expect(await rows()).toHaveLength(2);
  expect(window.location.search).toBe("");
});

it("fetches the next page", async () => {
  server.use(
    http.get(TRASH, ({ request }) => {
      const isFirst = !new URL(request.url).searchParams.has("cursor");
      return HttpResponse.json(isFirst ? { items: [trashed()], nextCursor: "more" } : { items: [trashed({ title: "On the second page" })], nextCursor: null });
    }),
    ...fakeApi().handlers,
  );
  const user = openPage("/trash");
  await user.click(await screen.findByRole("button", { name: "Load more" }));
  expect(await screen.findByText("On the second page")).toBeVisible();
});
