// The title of the browser's tab.
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { useTitle } from "./useTitle";

function Page({ title }: { title: string }) {
  useTitle(title);
  return null;
}

it("is that of the task that is open, and of its list when that closes", () => {
  const list = render(<Page title="" />);
  const panel = render(<Page title="Count the batons" />);
  list.rerender(<Page title="General" />);
  expect(document.title).toBe("Count the batons · Baton");
  panel.rerender(<Page title="Wax the track" />);
  expect(document.title).toBe("Wax the track · Baton");
  panel.unmount();
  expect(document.title).toBe("General · Baton");
});
