// A request that is never answered, and word of when it was made: what is shown from then on is shown while waiting.
import { delay, http, type HttpHandler } from "msw";
import { API } from "./server";

export function unanswered(path: string): { handler: HttpHandler; asked: Promise<void> } {
  let note: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    note = resolve;
  });
  const handler = http.get(`${API}/api/v1${path}`, () => {
    note();
    return delay("infinite");
  });
  return { handler, asked };
}
