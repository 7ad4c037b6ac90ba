// A refusal as the API words it.
import { HttpResponse } from "msw";

export function problem(status: number, detail: string): Response {
  return HttpResponse.json(
    { type: "about:blank", title: "Refused", status, detail, requestId: "request-7" },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}
