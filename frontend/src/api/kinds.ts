// The closed sets of the API as lists: each from a table that has to name every kind, so that a new one doesn't compile until named.

/** In the table's order. */
export function kindsOf<Kind extends string>(table: Record<Kind, unknown>): Kind[] {
  return Object.keys(table) as Kind[];
}

/** For the default of a switch that names every kind; what a newer API sends all the same is told like this. */
export function unnamed<Told>(_kind: never, told: Told): Told {
  return told;
}
