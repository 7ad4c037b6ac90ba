// Fetching a part of the page over a network that comes and goes.
import { expect, it, vi } from "vitest";
import { untilFetched } from "./later";

const failing = (times: number) => {
  let calls = 0;
  return vi.fn(() => {
    calls += 1;
    return calls > times ? Promise.resolve("part") : Promise.reject(new Error("no network"));
  });
};

it("gives up while online, so that the page can say that it has to be loaded anew", async () => {
  await expect(untilFetched(failing(9), 0)).rejects.toThrow("no network");
});

it("goes on for as long as the browser is offline", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await expect(untilFetched(failing(9), 0)).resolves.toBe("part");
});

it("asks once when that is enough", async () => {
  const fetchPart = failing(0);
  await untilFetched(fetchPart);
  expect(fetchPart).toHaveBeenCalledOnce();
});
