// The typed way to the API: every request carries the caller's token.
import createClient from "openapi-fetch";
import { createContext, useContext } from "react";
import type { paths } from "./schema";

type Wiring = {
  apiUrl: string;
  accessToken: () => Promise<string | null>;
  /** The API does not know the caller (any more). Settles once somebody may have signed in: true sends the request again. */
  onUnauthorized: () => Promise<boolean>;
  /** The API knows the caller, but refuses what this page let them ask. */
  onForbidden: (path: string) => void;
};

export function createApi({ apiUrl, accessToken, onUnauthorized, onForbidden }: Wiring) {
  const withToken = async (request: Request): Promise<Response> => {
    const token = await accessToken();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    return fetch(request);
  };

  const send = async (request: Request): Promise<Response> => {
    // Sending uses a request up; this one waits for somebody to sign in again.
    const again = request.clone();
    const first = await withToken(request);
    const response = first.status === 401 && (await onUnauthorized()) ? await withToken(again) : first;
    if (response.status === 403) onForbidden(new URL(request.url).pathname);
    return response;
  };

  return createClient<paths>({ baseUrl: apiUrl, fetch: send });
}

export type Api = ReturnType<typeof createApi>;

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi needs a SessionProvider above it");
  return api;
}
