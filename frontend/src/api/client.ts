// The typed way to the API: every request carries the caller's token.
import createClient, { type Middleware } from "openapi-fetch";
import { createContext, useContext } from "react";
import type { paths } from "./schema";

type Wiring = {
  apiUrl: string;
  accessToken: () => Promise<string | null>;
  /** The API no longer knows the caller. */
  onUnauthorized: () => void;
};

export function createApi({ apiUrl, accessToken, onUnauthorized }: Wiring) {
  const bearer: Middleware = {
    async onRequest({ request }) {
      const token = await accessToken();
      if (token) request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
    onResponse({ response }) {
      if (response.status === 401) onUnauthorized();
    },
  };
  const api = createClient<paths>({ baseUrl: apiUrl });
  api.use(bearer);
  return api;
}

export type Api = ReturnType<typeof createApi>;

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi needs a SessionProvider above it");
  return api;
}
