// Where to go after signing in: the page somebody was sent away from, and never another site.

export function signInPath(location: { pathname: string; search: string }): string {
  const next = location.pathname + location.search;
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

export function nextPage(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  // "//elsewhere" and "/\elsewhere" would leave this origin.
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

/** An address of the way in that still knows where it leads, and whose it is. */
export function entryPath(path: string, search: URLSearchParams, known: Record<string, string> = {}): string {
  const next = search.get("next");
  const query = new URLSearchParams({ ...(next ? { next } : {}), ...known }).toString();
  return query ? `${path}?${query}` : path;
}
