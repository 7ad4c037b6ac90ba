// Ids of people turned into faces; a member doesn't know everybody, and some things are done by Baton itself.
import { strings } from "../strings";

export type Face = { id: string; name: string };

type Known = ReadonlyMap<string, { name: string }>;

/** Who reminds people of what falls due: nobody in particular. */
export const SYSTEM_ACTOR = "SYSTEM";

export function faceOf(people: Known, id: string): Face {
  if (id === SYSTEM_ACTOR) return { id, name: strings.product };
  return { id, name: people.get(id)?.name ?? strings.people.unknown };
}

export function facesOf(people: Known, ids: string[]): Face[] {
  return ids.map((id) => faceOf(people, id));
}
