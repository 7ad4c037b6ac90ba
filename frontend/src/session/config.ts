// What differs between environments, read from /config.json when the page starts.

export type Config = {
  apiUrl: string;
  userPoolId: string;
  userPoolClientId: string;
  userPoolEndpoint?: string;
};

/** Throws when the file is missing or is no configuration. */
export async function loadConfig(): Promise<Config> {
  // As index.html asks for it ahead: a fetch of another kind would ask again. Its own header keeps it fresh.
  const answer = await fetch("/config.json");
  if (!answer.ok) throw new Error(`/config.json answered ${String(answer.status)}`);
  const config = (await answer.json()) as Partial<Config>;
  if (!config.apiUrl || !config.userPoolId || !config.userPoolClientId) throw new Error("/config.json is incomplete");
  const complete = config as Config;
  // The development server hands /api on, so that the page and its API share an origin there too.
  return import.meta.env.DEV ? { ...complete, apiUrl: window.location.origin } : complete;
}
