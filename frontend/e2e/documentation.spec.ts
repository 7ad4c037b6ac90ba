// Swagger UI: it comes whole from Baton itself, and Authorize signs its requests.
import { expect, test } from "@playwright/test";
import { signIn } from "./signIn";

test("the documentation loads nothing from elsewhere and calls the API with a token", async ({ page, baseURL }) => {
  await page.goto("/");
  await signIn(page, "admin@example.com");
  await expect(page.getByRole("region", { name: "Open", exact: true })).toBeVisible();
  const token = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith(".accessToken"));
    return key ? (localStorage.getItem(key) ?? "") : "";
  });

  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  await page.goto("/docs");
  await page.getByRole("button", { name: "Authorize" }).first().click();
  await page.getByRole("textbox", { name: "auth-bearer-value" }).fill(token);
  await page.getByRole("button", { name: "Apply credentials" }).click();
  await page.getByRole("button", { name: "Close" }).click();

  const operation = page.locator("#operations-people-get_me");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table .response-col_status").last()).toContainText("200");
  expect(elsewhere).toEqual([]);
});
