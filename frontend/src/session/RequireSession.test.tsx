// Getting past the door, and being shown out again.
import { screen } from "@testing-library/react";
import { http } from "msw";
import { expect, it } from "vitest";
import { fakeApi, problem } from "../test/fakeApi";
import { fakeIdentity, openPage } from "../test/openPage";
import { API, server } from "../test/server";

it("sends a stranger to sign in", async () => {
  openPage("/my-tasks", fakeIdentity({ signedIn: false }));
  expect(await screen.findByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
  expect(window.location.search).toBe("?next=%2Fmy-tasks");
});

it("signs out when the API no longer knows the token", async () => {
  server.use(http.get(`${API}/api/v1/users/me`, () => problem(401, "Sign in again.")));
  openPage("/my-tasks");
  expect(await screen.findByRole("heading", { name: "Sign in to Baton" })).toBeVisible();
});

it("offers another try, the request id and the way out when the profile fails", async () => {
  server.use(http.get(`${API}/api/v1/users/me`, () => problem(500, "Something broke on our side."), { once: true }));
  server.use(...fakeApi().handlers.slice(1));
  openPage("/my-tasks");
  expect(await screen.findByRole("alert")).toHaveTextContent("request-7");
  expect(screen.getByRole("button", { name: "Sign out" })).toBeVisible();
});
