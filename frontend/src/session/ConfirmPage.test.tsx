// Confirming an address.
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fakeIdentity, openPage } from "../test/openPage";
import { Refusal } from "./identity";

it("is there after a reload, knowing the address from the URL", async () => {
  const confirm = vi.fn(() => Promise.resolve());
  const user = openPage("/confirm?email=nora%40example.com", fakeIdentity({ signedIn: false, confirm }));
  expect(await screen.findByText(/We sent a code to nora@example.com/)).toBeVisible();
  await user.type(screen.getByLabelText("Code"), "123456");
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  expect(confirm).toHaveBeenCalledWith("nora@example.com", "123456");
  expect(await screen.findByText(/Your address is confirmed/)).toBeVisible();
  expect(screen.getByLabelText("Email")).toHaveValue("nora@example.com");
});

it("asks for the address when the URL has none", async () => {
  openPage("/confirm", fakeIdentity({ signedIn: false }));
  expect(await screen.findByLabelText("Email")).toBeVisible();
});

it("claims no new code where none was sent", async () => {
  openPage("/confirm?email=nora%40example.com&unsent=", fakeIdentity({ signedIn: false }));
  expect(await screen.findByText(/nora@example.com is not confirmed yet/)).toBeVisible();
  expect(screen.queryByText(/We sent a code/)).not.toBeInTheDocument();
});

it("says when the code is wrong, and sends a new one", async () => {
  const sendCode = vi.fn(() => Promise.resolve());
  const confirm = () => Promise.reject(new Refusal("This code is wrong."));
  const user = openPage("/confirm?email=nora%40example.com", fakeIdentity({ signedIn: false, confirm, sendCode }));
  await user.type(await screen.findByLabelText("Code"), "000000");
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByText("This code is wrong.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Send a new code" }));
  expect(sendCode).toHaveBeenCalledWith("nora@example.com");
  expect(await screen.findByText("A new code is on its way")).toBeVisible();
});
