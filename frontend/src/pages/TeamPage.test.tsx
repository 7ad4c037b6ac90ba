// The team, as an admin sees and changes it.
import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { ADA, MAX, PEOPLE } from "../test/factories";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeTeam, type FakeTeam } from "../test/fakeTeam";
import { openPage } from "../test/openPage";
import { API, server } from "../test/server";

const users = `${API}/api/v1/users`;

function openTeam(team: FakeTeam = fakeTeam()) {
  server.use(...team.handlers, ...fakeApi().handlers);
  return openPage("/team");
}

const row = (name: string) => screen.findByRole("listitem", { name });

async function choose(user: ReturnType<typeof openPage>, name: string, action: string): Promise<void> {
  await user.click(within(await row(name)).getByRole("button", { name: `Change ${name}` }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
}

it("leads nowhere for a member, who finds no link to it either", async () => {
  server.use(...fakeApi({ me: MAX }).handlers);
  openPage("/team");
  expect(await screen.findByText("There is nothing here")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Team" })).not.toBeInTheDocument();
});

it("says why the last admin stays one", async () => {
  const user = openTeam();
  server.use(http.put(`${users}/:id/role`, () => problem(409, "A team needs an active admin: make somebody else one first.")));
  await choose(user, "Ada Admin", "Make member");
  expect(await screen.findByText("This is you: you are signed out yourself.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Make member" }));
  const alert = await within(await row("Ada Admin")).findByRole("alert");
  expect(alert).toHaveTextContent("Ada Admin was not made a member.");
  expect(alert).toHaveTextContent("A team needs an active admin: make somebody else one first.");
  expect(alert).toHaveTextContent("request-7");
  await user.click(within(alert).getByRole("button", { name: "Dismiss" }));
  expect(alert).not.toBeInTheDocument();
});

it("says what is half done, and the same request finishes it", async () => {
  const team = fakeTeam();
  const user = openTeam(team);
  server.use(http.post(`${users}/:id/deactivate`, () => problem(503, "The database is busy. Send the same request again in a moment."), { once: true }));
  await choose(user, "Max Member", "Deactivate");
  await user.click(await screen.findByRole("button", { name: "Deactivate" }));
  const alert = await screen.findByText("Deactivating Max Member is not finished.");
  expect(alert).toBeVisible();
  expect(screen.getByText("The database is busy. Send the same request again in a moment.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => {
    expect(team.sent).toEqual(["deactivate max"]);
  });
  expect(alert).not.toBeInTheDocument();
});

it("shows that the team is on its way", async () => {
  server.use(http.get(users, () => delay("infinite")), ...fakeApi().handlers);
  openPage("/team");
  const main = within(await screen.findByRole("main"));
  expect(await main.findByRole("status", { name: "Loading" })).toBeInTheDocument();
});

it("shows the request id when it fails, and comes back on another try", async () => {
  server.use(...fakeApi().handlers);
  server.use(http.get(users, () => problem(500, "Something broke on our side.")));
  const user = openPage("/team");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  server.use(...fakeTeam().handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await row("Max Member")).toBeVisible();
});

it("names everybody with address, role and status, marks oneself and says how people join", async () => {
  const [ada, max] = PEOPLE as [(typeof PEOPLE)[number], (typeof PEOPLE)[number]];
  openTeam(fakeTeam({ people: [ada, { ...max, status: "DEACTIVATED" }] }));
  expect(await row("Ada Admin")).toHaveTextContent(/Ada Admin.*you.*ada@example.com.*Admin.*Active/);
  expect(await row("Max Member")).toHaveTextContent(/max@example.com.*Member.*Deactivated/);
  expect(within(await row("Max Member")).queryByText("you")).not.toBeInTheDocument();
  expect(screen.getByText(/they sign up with an address that your team accepts/)).toBeVisible();
  expect(document.title).toBe("Team · Baton");
});

it("finds people by name among those who are loaded, and says when more could match", async () => {
  const team = fakeTeam();
  server.use(http.get(users, () => HttpResponse.json({ items: PEOPLE, nextCursor: "more" })));
  server.use(...team.handlers.slice(1), ...fakeApi().handlers);
  server.use(
    http.get(users, ({ request }) => {
      const isFirst = !new URL(request.url).searchParams.has("cursor");
      const nora = { id: "nora", name: "Nora New", email: "nora@example.com", role: "MEMBER", status: "ACTIVE" };
      return HttpResponse.json(isFirst ? { items: PEOPLE, nextCursor: "more" } : { items: [nora], nextCursor: null });
    }),
  );
  const user = openPage("/team");
  await row("Max Member");
  const search = screen.getByRole("searchbox", { name: "Find by name or address" });
  await user.type(search, "max");
  await waitFor(() => {
    expect(screen.queryByRole("listitem", { name: "Ada Admin" })).not.toBeInTheDocument();
  });
  await user.clear(search);
  await user.type(search, "nora");
  expect(await screen.findByText('Nobody matches "nora" among the 2 people loaded so far')).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Load more" }));
  expect(await row("Nora New")).toBeVisible();
});

it("asks before a role is changed, and sends nothing when that is cancelled", async () => {
  const team = fakeTeam();
  const user = openTeam(team);
  await choose(user, "Max Member", "Make admin");
  expect(await screen.findByRole("dialog", { name: "Make Max Member an admin?" })).toHaveTextContent("They are signed out everywhere");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(team.sent).toEqual([]);
  await waitFor(() => {
    expect(screen.getByRole("button", { name: "Change Max Member" })).toHaveFocus();
  });
  await choose(user, "Max Member", "Make admin");
  await user.click(await screen.findByRole("button", { name: "Make admin" }));
  await waitFor(async () => {
    expect(await row("Max Member")).toHaveTextContent("Admin");
  });
  expect(team.sent).toEqual(["ADMIN max"]);
});

it("deactivates after a question, and reactivates without one", async () => {
  const team = fakeTeam();
  const user = openTeam(team);
  await choose(user, "Max Member", "Deactivate");
  expect(await screen.findByRole("dialog", { name: "Deactivate Max Member?" })).toHaveTextContent("Their tasks stay assigned to them");
  await user.click(screen.getByRole("button", { name: "Deactivate" }));
  await waitFor(async () => {
    expect(await row("Max Member")).toHaveTextContent("Deactivated");
  });
  await choose(user, "Max Member", "Reactivate");
  await waitFor(() => {
    expect(team.sent).toEqual(["deactivate max", "reactivate max"]);
  });
  expect(team.people.find(({ id }) => id === ADA.id)?.status).toBe("ACTIVE");
});
