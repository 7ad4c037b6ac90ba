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
