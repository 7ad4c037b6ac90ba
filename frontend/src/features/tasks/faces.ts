// Ids of people turned into faces; a member doesn't know everybody.
import type { People } from "../../api/types";
import { strings } from "../../strings";
import type { Face } from "../../ui/Avatar";

export function faceOf(people: People, id: string): Face {
  return { id, name: people.get(id)?.name ?? strings.people.unknown };
}

export function facesOf(people: People, ids: string[]): Face[] {
  return ids.map((id) => faceOf(people, id));
}
