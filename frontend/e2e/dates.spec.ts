// Due dates in browsers of other time zones.
import { expect, test } from "@playwright/test";
import { apiOf } from "./api";
import { openAsAdmin, projectWith, rows } from "./project";

for (const timezoneId of ["Pacific/Honolulu", "UTC", "Pacific/Kiritimati"]) {
  test(`a due date is the same day for a browser in ${timezoneId}`, async ({ browser }) => {
    const page = await (await browser.newContext({ timezoneId })).newPage();
    await openAsAdmin(page);
    const api = apiOf(page);
    const { id, taskIds } = await projectWith(api, ["Wax the track"]);
    await page.goto(`/projects/${id}?view=list`);
    await expect(rows(page)).toHaveCount(1);
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.getByRole("combobox", { name: "Set due date" }).fill("2031-03-01");
    await page.keyboard.press("Enter");
    await expect(rows(page).getByText("Mar 1, 2031")).toBeVisible();
    await expect(async () => {
      const { dueDate } = await api<{ dueDate: string }>("GET", `/tasks/${taskIds[0] ?? ""}`);
      expect(dueDate).toBe("2031-03-01");
    }).toPass();
    await page.goto(`/projects/${id}?view=list&dueFrom=2031-03-01&dueTo=2031-03-01`);
    await expect(rows(page).getByText("Mar 1, 2031")).toBeVisible();
    await page.goto(`/projects/${id}?view=list&dueFrom=2031-03-02`);
    await expect(page.getByText("Nothing matches")).toBeVisible();
  });
}
