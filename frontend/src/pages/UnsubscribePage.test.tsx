// The link at the end of a mail.
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeIdentity, openPage } from "../test/openPage";
import { API, server } from "../test/server";

const LINK = "/unsubscribe?token=ASSIGNED.max.signature";
const stranger = () => fakeIdentity({ signedIn: false });
const answered = (response: () => Response) => http.post(`${API}/api/v1/unsubscribe`, response);

it("says which mails it stops, and stops nothing by being opened", async () => {
  const api = fakeApi();
  server.use(...api.handlers);
  openPage(LINK, stranger());
  expect(await screen.findByText(/Baton mails you when a task is assigned to you/)).toBeVisible();
  expect(api.sent).toEqual([]);
});

it("stops them when asked to, for somebody who is not signed in", async () => {
  const api = fakeApi();
  server.use(...api.handlers);
  const user = openPage(LINK, stranger());
  await user.click(await screen.findByRole("button", { name: "Stop these mails" }));
  expect(await screen.findByRole("heading", { name: "Stopped" })).toBeVisible();
  expect(screen.getByText(/no longer mails you when a task is assigned to you/)).toBeVisible();
  expect(screen.getByRole("link", { name: "All your notifications" })).toHaveAttribute("href", "/settings");
  expect(api.sent).toEqual([{ method: "POST", path: "/unsubscribe", body: null }]);
});

it.each(["/unsubscribe", "/unsubscribe?token=", "/unsubscribe?token=NONSENSE.max.signature"])("says what to do at %s", async (path) => {
  openPage(path, stranger());
  expect(await screen.findByRole("heading", { name: "This link doesn't work" })).toBeVisible();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

it.each([
  [422, "This link doesn't work"],
  [404, "There is nobody to mail"],
])("explains a refusal with %i", async (status, heading) => {
  server.use(answered(() => problem(status, "Refused.")));
  const user = openPage(LINK, stranger());
  await user.click(await screen.findByRole("button", { name: "Stop these mails" }));
  expect(await screen.findByRole("heading", { name: heading })).toBeVisible();
});

it("can be tried again after a failure", async () => {
  server.use(answered(() => problem(500, "Something broke on our side.")));
  const user = openPage(LINK, stranger());
  await user.click(await screen.findByRole("button", { name: "Stop these mails" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Something broke on our side.");
  server.use(answered(() => HttpResponse.json({ notification: "ASSIGNED", channel: "EMAIL" })));
  await user.click(screen.getByRole("button", { name: "Stop these mails" }));
  await waitFor(() => {
    expect(screen.getByRole("heading", { name: "Stopped" })).toBeVisible();
  });
});
