// The time zones a browser knows, by their IANA names.

/** UTC and the one somebody has already are always among them: browsers leave some names out. */
export function timeZonesWith(known: string): string[] {
  return [...new Set(["UTC", known, ...Intl.supportedValuesOf("timeZone")])].sort();
}

export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What was typed, as the list spells it; undefined when the list has no such zone. */
export function listed(zones: string[], typed: string): string | undefined {
  const wanted = typed.trim().replaceAll(" ", "_").toLowerCase();
  return zones.find((zone) => zone.toLowerCase() === wanted);
}
